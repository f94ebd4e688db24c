package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.chart.Axis;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.chart.Point;
import io.clairscore.pipelines.chart.Stroke;
import io.clairscore.pipelines.chart.XyChart;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The chart of the scores of those who defaulted and of those who did not, on the hold-out. */
record ScoreFigure(TrainedRun run, DocumentTexts texts) {
  private static final double WIDTH = 10;

  Picture distribution() {
    ScoredClients apart = run.scores().holdOut().clients();
    Points scale = run.manifest().points();
    double[] points = Arrays.stream(apart.margin()).map(scale::exact).toArray();
    double low = Math.floor(Arrays.stream(points).min().orElseThrow() / WIDTH) * WIDTH;
    int classes = (int) ((Arrays.stream(points).max().orElseThrow() - low) / WIDTH) + 1;
    double[] good = shares(points, apart.target(), 0, low, classes);
    double[] bad = shares(points, apart.target(), 1, low, classes);
    double highest = Math.max(highest(good), highest(bad));
    double threshold = scale.exact(run.manifest().threshold().margin());
    return new XyChart(
            "score-distribution",
            texts.say("figure.score-distribution.title"),
            texts.say(
                "figure.score-distribution.text",
                "threshold",
                texts.points(threshold),
                "good",
                texts.points(mean(points, apart.target(), 0)),
                "bad",
                texts.points(mean(points, apart.target(), 1))),
            Axis.round(
                texts.say("figure.score-distribution.x"), low, low + classes * WIDTH, texts::count),
            Axis.round(texts.say("figure.score-distribution.y"), 0, highest, texts::percentTick),
            List.of(
                line("figure.score-distribution.good", Stroke.SOLID, steps(good, low)),
                line("figure.score-distribution.bad", Stroke.DASHED, steps(bad, low)),
                line(
                    "figure.score-distribution.threshold",
                    Stroke.DOTTED,
                    List.of(new Point(threshold, 0), new Point(threshold, highest)))))
        .draw();
  }

  private XyChart.Series line(String key, Stroke stroke, List<Point> points) {
    return new XyChart.Series(texts.say(key), stroke, points);
  }

  /** Share of the clients of an outcome in each class of points. */
  private static double[] shares(
      double[] points, int[] target, int outcome, double low, int classes) {
    double[] shares = new double[classes];
    long clients = Arrays.stream(target).filter(of -> of == outcome).count();
    for (int i = 0; i < points.length; i++) {
      if (target[i] == outcome) {
        shares[(int) ((points[i] - low) / WIDTH)] += 1.0 / clients;
      }
    }
    return shares;
  }

  private static List<Point> steps(double[] shares, double low) {
    List<Point> steps = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      steps.add(new Point(low + i * WIDTH, shares[i]));
      steps.add(new Point(low + (i + 1) * WIDTH, shares[i]));
    }
    return steps;
  }

  private static double mean(double[] points, int[] target, int outcome) {
    return IntStream.range(0, points.length)
        .filter(i -> target[i] == outcome)
        .mapToDouble(i -> points[i])
        .average()
        .orElseThrow();
  }

  private static double highest(double[] shares) {
    return Arrays.stream(shares).max().orElseThrow();
  }
}
