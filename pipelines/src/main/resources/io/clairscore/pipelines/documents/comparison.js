"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const language = document.documentElement.lang;
  const element = id => document.getElementById(id);
  const style = (digits, more) => new Intl.NumberFormat(
    language, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...more });
  const count = style(0), rate = style(4), percent = style(1, { style: "percent" });
  const PARTS = [["training", 2], ["holdOut", 4]];

  const model = () => data.models[element("model").selectedIndex];
  // An emptied field, or one that holds no number, leaves the cost that was configured.
  const cost = name => {
    const value = element(name).valueAsNumber;
    return value >= 0 ? value : data[name];
  };

  function judge(place, part, at) {
    const totals = model()[part], tp = place[at], fp = place[at + 1];
    const fn = totals.bad - tp, tn = totals.good - fp, clients = totals.bad + totals.good;
    return {
      tp, fn, fp, tn,
      cost: (cost("falseNegativeCost") * fn + cost("falsePositiveCost") * fp) / clients,
      refusalRate: (tp + fp) / clients,
      recall: tp / totals.bad,
      accuracy: (tp + tn) / clients
    };
  }

  function write(name, value) {
    return name === "cost" ? rate.format(value)
      : name.length === 2 ? count.format(value) : percent.format(value);
  }

  function show() {
    const place = model().places[Number(element("threshold").value)];
    const judged = {};
    for (const [part, at] of PARTS) {
      judged[part] = judge(place, part, at);
      for (const cell of element(part).querySelectorAll("[data-value]")) {
        cell.textContent = write(cell.dataset.value, judged[part][cell.dataset.value]);
      }
    }
    const words = {
      probability: rate.format(place[1]),
      training: rate.format(judged.training.cost),
      holdOut: rate.format(judged.holdOut.cost)
    };
    const text = data.position.replace(/{(\w+)}/g, (slot, name) => words[name]);
    element("position").textContent = text;
    element("threshold").setAttribute("aria-valuetext", words.probability);
    const x = 480 * judged.training.refusalRate;
    element("here").setAttribute("x1", x);
    element("here").setAttribute("x2", x);
  }

  /** Cost against the share refused in the folds; the highest cost of all is the top. */
  function draw() {
    const places = model().places;
    const curves = PARTS.map(([part, at]) => places.map(place => judge(place, part, at).cost));
    const highest = Math.max(...curves.flat());
    PARTS.forEach(([part], i) => element(part + "Line").setAttribute("d", places.map((place, k) =>
      (k ? "L" : "M") + (480 * judge(place, "training", 2).refusalRate).toFixed(1) + " "
        + (110 - 105 * curves[i][k] / (highest || 1)).toFixed(1)).join("")));
  }

  function go(index) {
    element("threshold").value = index;
    show();
  }

  function cheapest() {
    const costs = model().places.map(place => judge(place, "training", 2).cost);
    go(costs.indexOf(Math.min(...costs)));
  }

  function change() {
    draw();
    show();
  }

  function choose() {
    element("threshold").max = model().places.length - 1;
    draw();
    go(model().start);
  }

  for (const name of ["falseNegativeCost", "falsePositiveCost"]) {
    element(name).value = data[name];
    element(name).addEventListener("input", change);
  }
  element("controls").addEventListener("submit", event => event.preventDefault());
  element("threshold").addEventListener("input", show);
  element("model").addEventListener("change", choose);
  element("start").addEventListener("click", () => go(model().start));
  element("cheapest").addEventListener("click", cheapest);
  element("controls").hidden = false;
  element("curve").removeAttribute("hidden");
  choose();
})();
