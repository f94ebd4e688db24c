// Opens everything, lets axe-core judge it, and leaves the verdict as the only text of the page.
window.addEventListener("load", function () {
  "use strict";
  document.querySelectorAll("details").forEach(function (box) { box.open = true; });
  var overflow = document.documentElement.scrollWidth - window.innerWidth;
  // By tags, since rules new in WCAG 2.2 are off by default.
  var tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  function brief(rules) {
    return rules.map(function (rule) {
      return {id: rule.id, nodes: rule.nodes.slice(0, 5).map(function (node) { return node.html; })};
    });
  }
  axe.run(document, {runOnly: {type: "tag", values: tags}}).then(function (found) {
    var verdict = document.createElement("pre");
    verdict.id = "axe";
    verdict.textContent = JSON.stringify({
      passed: found.passes.length,
      violations: brief(found.violations),
      incomplete: brief(found.incomplete),
      overflow: overflow
    });
    document.body.textContent = "";
    document.body.appendChild(verdict);
  });
});
