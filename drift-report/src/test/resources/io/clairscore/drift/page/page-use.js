// Sorts, filters and saves as a reader would, and leaves what came of it at the end of the page.
window.addEventListener("load", function () {
  "use strict";
  var table = document.getElementById("rows");
  function heads() { return table.tHead.rows[0].cells; }
  function arrow(head) {
    var shown = getComputedStyle(head.querySelector("button"), "::after").content;
    return shown.replace(/["\s]/g, "");
  }
  function names() {
    return Array.prototype.map.call(table.tBodies[0].rows, function (line) {
      return line.cells[0].textContent.toLowerCase();
    });
  }
  var seen = {first: heads()[1].querySelector("button").textContent + " " + arrow(heads()[1])};
  heads()[0].querySelector("button").click();
  seen.byName = names();
  heads()[0].querySelector("button").click();
  seen.backwards = names();
  seen.arrow = arrow(heads()[0]);
  var search = document.querySelector("#tools input");
  search.value = names()[0];
  search.dispatchEvent(new Event("input"));
  function left(all) {
    return Array.prototype.filter.call(all, function (one) { return one.offsetParent !== null; });
  }
  seen.lines = left(table.tBodies[0].rows).length;
  seen.details = left(document.querySelectorAll("details")).length;
  // The second click, of the script itself, saves what was unpacked.
  var link = document.getElementById("json");
  link.addEventListener("click", function (event) {
    if (link.protocol === "blob:") {
      event.preventDefault();
      var request = new XMLHttpRequest();
      request.open("GET", link.href, false);
      request.send();
      seen.saved = link.download;
      seen.json = request.responseText;
      var result = document.createElement("pre");
      result.id = "use";
      result.textContent = JSON.stringify(seen);
      document.body.appendChild(result);
    }
  });
  link.click();
});
