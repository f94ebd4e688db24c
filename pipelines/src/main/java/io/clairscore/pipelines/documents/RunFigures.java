package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.chart.Axis;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.chart.Point;
import io.clairscore.pipelines.chart.Shape;
import io.clairscore.pipelines.chart.Stroke;
import io.clairscore.pipelines.chart.XyChart;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.Reliability;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The charts of a run in one language, by name. */
final class RunFigures {
  private static final Map<ComparedThreshold, Shape> SHAPES =
      new EnumMap<>(
          Map.of(
              ComparedThreshold.SERVED, Shape.DISC,
              ComparedThreshold.BREAK_EVEN, Shape.CROSS,
              ComparedThreshold.F1, Shape.SQUARE,
              ComparedThreshold.ACCURACY, Shape.DIAMOND,
              ComparedThreshold.HALF, Shape.TRIANGLE));

  private final Account account;
  private final DocumentTexts texts;

  RunFigures(Account account, DocumentTexts texts) {
    this.account = account;
    this.texts = texts;
  }

  /** Every figure, in the order of the note. */
  Map<String, Picture> all() {
    WeightFigures weights = new WeightFigures(account.importance(), texts);
    Map<String, Picture> all = new LinkedHashMap<>();
    for (Picture picture :
        List.of(
            costCurve(),
            roc(),
            calibration(),
            new ScoreFigure(account.run(), texts).distribution(),
            weights.groups(),
            weights.features())) {
      all.put(picture.name(), picture);
    }
    return all;
  }

  private Picture costCurve() {
    Function<Place, Point> at =
        place -> new Point(place.training().refusalRate(), place.training().cost(account.costs()));
    List<Point> points = account.grid().stream().map(at).toList();
    List<XyChart.Mark> marks = new ArrayList<>();
    SHAPES.forEach(
        (rule, shape) -> {
          Point point = at.apply(account.place(rule));
          marks.add(
              new XyChart.Mark(
                  texts.say(
                      "figure.cost-curve.mark",
                      "rule",
                      texts.say("rule." + rule),
                      "refused",
                      texts.percent(point.x()),
                      "cost",
                      texts.rate(point.y())),
                  shape,
                  point));
        });
    double highest = points.stream().mapToDouble(Point::y).max().orElseThrow();
    return new XyChart(
            "cost-curve",
            texts.say("figure.cost-curve.title"),
            texts.say(
                "figure.cost-curve.text",
                "marks",
                String.join(
                    texts.say("separator"), marks.stream().map(XyChart.Mark::label).toList())),
            shares("figure.cost-curve.x"),
            Axis.round(texts.say("figure.cost-curve.y"), 0, highest, texts::setting),
            List.of(new XyChart.Series(texts.say("figure.cost-curve.line"), Stroke.SOLID, points)),
            marks,
            List.of())
        .draw();
  }

  private Picture roc() {
    String training =
        texts.say(
            "figure.roc.training",
            "auc",
            texts.rate(account.run().report().crossFitted().outOfFold().get(Metric.AUC)));
    String apart =
        texts.say(
            "figure.roc.hold-out",
            "auc",
            texts.rate(account.run().report().holdOut().get(Metric.AUC).value()));
    return new XyChart(
            "roc",
            texts.say("figure.roc.title"),
            texts.say("figure.roc.text", "training", training, "apart", apart),
            shares("figure.roc.x"),
            shares("figure.roc.y"),
            List.of(
                new XyChart.Series(training, Stroke.SOLID, roc(Place::training)),
                new XyChart.Series(apart, Stroke.DASHED, roc(Place::holdOut)),
                new XyChart.Series(
                    texts.say("figure.roc.chance"),
                    Stroke.DOTTED,
                    List.of(new Point(0, 0), new Point(1, 1)))))
        .draw();
  }

  private List<Point> roc(Function<Place, Confusion> of) {
    return account.grid().stream()
        .map(of)
        .map(confusion -> new Point(confusion.falseAlarms(), confusion.recall()))
        .toList();
  }

  private Picture calibration() {
    List<Reliability.Bin> bins = account.reliability().bins();
    Axis y = percent("figure.calibration.y", bins, bin -> bin.interval().high());
    Axis x = percent("figure.calibration.x", bins, Reliability.Bin::predicted);
    double end = Math.min(x.high(), y.high());
    Reliability.Bin last = bins.get(bins.size() - 1);
    return new XyChart(
            "calibration",
            texts.say("figure.calibration.title"),
            texts.say(
                "figure.calibration.text",
                "error",
                texts.percent(account.reliability().error()),
                "predicted",
                texts.percent(last.predicted()),
                "observed",
                texts.percent(last.observed())),
            x,
            y,
            List.of(
                new XyChart.Series(
                    texts.say("figure.calibration.ideal"),
                    Stroke.DOTTED,
                    List.of(new Point(0, 0), new Point(end, end)))),
            bins.stream().map(bin -> mark(bin, bin == bins.get(0))).toList(),
            bins.stream().map(RunFigures::interval).toList())
        .draw();
  }

  private Axis percent(
      String label, List<Reliability.Bin> bins, ToDoubleFunction<Reliability.Bin> figure) {
    double highest = bins.stream().mapToDouble(figure).max().orElseThrow();
    return Axis.round(texts.say(label), 0, highest, texts::percentTick);
  }

  private static XyChart.Interval interval(Reliability.Bin bin) {
    Estimate observed = bin.interval();
    return new XyChart.Interval(bin.predicted(), observed.low(), observed.high());
  }

  private XyChart.Mark mark(Reliability.Bin bin, boolean first) {
    return new XyChart.Mark(
        first ? texts.say("figure.calibration.mark") : "",
        Shape.DISC,
        new Point(bin.predicted(), bin.observed()));
  }

  private Axis shares(String label) {
    return Axis.round(texts.say(label), 0, 1, texts::percentTick);
  }
}
