(function () {
  "use strict";
  var french = document.documentElement.lang === "fr";
  var table = document.getElementById("rows");

  /** The numbers of a text, as the language of the page writes them. */
  function numbers(text) {
    var plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/\u2212/g, "-");
    plain = french ? plain.replace(/,/g, ".") : plain.replace(/,/g, "");
    return (plain.match(/-?\d+(\.\d+)?/g) || []).map(Number);
  }

  function begin() {
    var tools = document.getElementById("tools");
    var text = tools.dataset;
    var body = table.tBodies[0];
    var headings = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var verdicts = text.verdicts.split("|");
    var lines = Array.prototype.map.call(body.rows, function (line, place) {
      var link = line.cells[0].querySelector("a");
      var box = link && document.getElementById(link.hash.slice(1)).closest("details");
      return {line: line, box: box, place: place};
    });
    // Cells without a number come last, whatever the direction of the others.
    var keys = {
      name: function (cell) { return cell.textContent.toLowerCase(); },
      verdict: function (cell) { return -verdicts.indexOf(cell.textContent); },
      least: function (cell) { return numbers(cell.textContent)[0] || Infinity; },
      size: function (cell) { return -Math.abs(numbers(cell.textContent)[0] || 0); },
      change: function (cell) {
        var both = numbers(cell.textContent);
        return both.length < 2 ? 0 : -Math.abs(both[1] - both[0]);
      }
    };
    // Ranks and names rise first; of everything else the largest comes first.
    function first(by) { return by === "name" || by === "least" ? "ascending" : "descending"; }

    function sort(heading) {
      var by = heading.dataset.by;
      var column = headings.indexOf(heading);
      var back = heading.getAttribute("aria-sort") === first(by);
      headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
      var other = first(by) === "ascending" ? "descending" : "ascending";
      heading.setAttribute("aria-sort", back ? other : first(by));
      var sign = back ? -1 : 1;
      lines.slice().sort(function (a, b) {
        var x = keys[by](a.line.cells[column]);
        var y = keys[by](b.line.cells[column]);
        return x < y ? -sign : x > y ? sign : a.place - b.place;
      }).forEach(function (one) { body.appendChild(one.line); });
    }

    headings.forEach(function (heading) {
      if (!heading.dataset.by) {
        return;
      }
      // A head that is repeated on paper shows no button: its words stand there as text.
      var printed = document.createElement("span");
      printed.className = "p w";
      printed.textContent = heading.textContent;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.title = text.sort;
      heading.replaceChildren(button, printed);
      button.addEventListener("click", function () { sort(heading); });
    });
    headings[1].setAttribute("aria-sort", "descending");

    function labelled(name, control) {
      var label = document.createElement("label");
      label.textContent = name + " ";
      label.appendChild(control);
      tools.appendChild(label);
    }
    var search = document.createElement("input");
    search.type = "search";
    labelled(text.filter, search);
    var verdict = document.createElement("select");
    verdict.add(new Option(text.all, ""));
    verdicts.forEach(function (word) {
      if (lines.some(function (one) { return one.line.cells[1].textContent === word; })) {
        verdict.add(new Option(word, word));
      }
    });
    labelled(text.verdict, verdict);
    var count = document.createElement("span");
    count.setAttribute("role", "status");
    tools.appendChild(count);

    function filter() {
      var words = search.value.toLowerCase();
      var shown = 0;
      lines.forEach(function (one) {
        var fits = one.line.cells[0].textContent.toLowerCase().indexOf(words) >= 0 &&
            (!verdict.value || one.line.cells[1].textContent === verdict.value);
        one.line.hidden = !fits;
        if (one.box) {
          one.box.hidden = !fits;
        }
        shown += fits ? 1 : 0;
      });
      count.textContent = text.shown.replace("{count}", shown);
    }
    search.addEventListener("input", filter);
    verdict.addEventListener("change", filter);
  }

  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    var box = target && target.closest("details");
    if (box) {
      box.open = true;
      box.querySelector("summary").focus();
    }
  }

  /** Unpacks the report before it is saved, where the browser can. */
  function unpack(event) {
    var link = event.currentTarget;
    if (!window.DecompressionStream || !link.download.endsWith(".gz")) {
      return;
    }
    event.preventDefault();
    var packed = atob(link.href.slice(link.href.indexOf(",") + 1));
    var bytes = Uint8Array.from(packed, function (c) { return c.charCodeAt(0); });
    var plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    new Response(plain).blob().then(function (json) {
      link.href = URL.createObjectURL(json);
      link.download = link.download.slice(0, -3);
      link.click();
    });
  }

  if (table) {
    begin();
  }
  window.addEventListener("hashchange", reveal);
  reveal();
  document.getElementById("json").addEventListener("click", unpack);
})();
