package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.Importance;
import io.clairscore.pipelines.chart.BarChart;
import io.clairscore.pipelines.chart.Picture;
import java.util.ArrayList;
import java.util.List;

/** Charts of what the model looks at. */
record WeightFigures(Importance importance, DocumentTexts texts) {
  private static final int SHOWN = 15;

  Picture groups() {
    List<BarChart.Bar> bars = new ArrayList<>();
    importance
        .groups()
        .forEach((group, points) -> bars.add(bar(texts.group(group), points, false)));
    return chart("importance-groups", bars);
  }

  Picture features() {
    List<BarChart.Bar> bars =
        importance.features().stream()
            .limit(SHOWN)
            .map(
                weight ->
                    bar(weight.label(texts.language()), weight.points(), weight.readsProtected()))
            .toList();
    return chart("importance-features", bars);
  }

  private BarChart.Bar bar(String label, double points, boolean flagged) {
    return new BarChart.Bar(label, points, texts.points(points), flagged);
  }

  private Picture chart(String name, List<BarChart.Bar> bars) {
    BarChart.Bar first = bars.get(0);
    return new BarChart(
            name,
            texts.say("figure." + name + ".title", "count", texts.count(bars.size())),
            texts.say("figure." + name + ".text", "first", first.label(), "points", first.text()),
            bars,
            texts.say("figure.protected"))
        .draw();
  }
}
