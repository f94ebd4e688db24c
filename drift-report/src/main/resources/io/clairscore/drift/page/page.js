(function () {
  "use strict";
  var table = document.getElementById("rows");
  var tools = document.getElementById("tools");
  var text = tools.dataset;
  var body = table.tBodies[0];
  var severities = ["NOT_COMPUTED", "INCONCLUSIVE", "STABLE", "SLIGHT", "MODERATE", "STRONG"];
  var report = JSON.parse(document.getElementById("drift-report").textContent);
  var lines = report.rows.map(function (row, i) {
    return {row: row, line: body.rows[i], place: i};
  });

  // A check is an array: measure, score, limits, p, q, severity.
  function best(row) {
    return row.measured.checks.reduce(function (most, check) {
      return Math.max(most, (check[1] || 0) / check[2][0]);
    }, 0);
  }
  function share(side) {
    return side.rows ? side.missing / side.rows : 0;
  }
  var keys = {
    0: function (row) { return row.name; },
    1: function (row) { return -severities.indexOf(row.severity); },
    2: function (row) { return -(row.importance || 0); },
    4: function (row) {
      return -Math.abs(share(row.measured.current) - share(row.measured.reference));
    },
    6: function (row) { return -best(row); },
    8: function (row) { return -(row.measured.statistics.psi || 0); },
    11: function (row) { return -Math.abs(row.effect || 0); }
  };

  /** Names rise first; everything else begins with the largest. */
  function sort(column, heading) {
    var again = heading.getAttribute("aria-sort") === (column === "0" ? "ascending" : "descending");
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) {
      cell.removeAttribute("aria-sort");
    });
    heading.setAttribute("aria-sort", again === (column === "0") ? "descending" : "ascending");
    var sign = again ? -1 : 1;
    lines.slice().sort(function (a, b) {
      var x = keys[column](a.row);
      var y = keys[column](b.row);
      return x < y ? -sign : x > y ? sign : a.place - b.place;
    }).forEach(function (one) { body.appendChild(one.line); });
  }

  Object.keys(keys).forEach(function (column) {
    var heading = table.tHead.rows[0].cells[column];
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.title = text.sort;
    heading.textContent = "";
    heading.appendChild(button);
    button.addEventListener("click", function () { sort(column, heading); });
  });

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
  [text.all].concat(text.verdicts.split("|")).forEach(function (word, i) {
    var option = document.createElement("option");
    option.value = i === 0 ? "" : severities[i - 1];
    option.textContent = word;
    verdict.appendChild(option);
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
          (!verdict.value || one.row.severity === verdict.value);
      one.line.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = text.shown.replace("{count}", shown);
  }
  search.addEventListener("input", filter);
  verdict.addEventListener("change", filter);

  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    var box = target && target.closest("details");
    if (box) {
      box.open = true;
      box.querySelector("summary").focus();
    }
  }
  window.addEventListener("hashchange", reveal);
  reveal();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (box) { box.open = true; });
  });
})();
