package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.study.evaluation.CostCurve;
import io.clairscore.pipelines.study.evaluation.Decisions;
import io.clairscore.pipelines.study.evaluation.Judged;
import io.clairscore.pipelines.study.evaluation.PairedBootstrap;
import io.clairscore.pipelines.study.evaluation.Scores;
import io.clairscore.pipelines.study.evaluation.ThresholdRule;
import io.clairscore.pipelines.training.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one candidate's threshold is worth.
 *
 * @param judged the candidate
 * @param costs what wrong decisions cost
 * @param folds number of folds
 * @param bootstrap for the intervals
 */
record ThresholdTables(Judged judged, BusinessConf costs, int folds, PairedBootstrap bootstrap) {
  private static final int STEPS = 200;
  private static final double EVEN = 0.5;

  /** The optimum of the business against others; differences are to the business threshold. */
  ResultTable rules(String candidate) {
    Scores training = judged.outOfFold().scores();
    Scores apart = judged.holdOut().scores();
    List<List<String>> rows = new ArrayList<>();
    for (ThresholdRule rule : ThresholdRule.values()) {
      double threshold = rule.best(training.clients(), costs);
      rows.add(
          row(
              "best " + rule.name().toLowerCase(Locale.ROOT),
              String.format(Locale.ROOT, "margin %.4f", threshold),
              Decisions.crossFitted(training, rule, costs, folds),
              Decisions.at(apart, threshold)));
    }
    rows.add(probability("probability 0.5", EVEN, training, apart));
    double breakEven = costs.breakEvenProbability();
    rows.add(probability("break-even", breakEven, training, apart));
    return new ResultTable(
        "thresholds",
        "Thresholds of "
            + candidate
            + "; differences of cost per client to the cheapest threshold, paired 95 % intervals",
        List.of(
            "rule",
            "refused from",
            "cost",
            "accuracy",
            "F1",
            "recall",
            "refused",
            "difference",
            "hold-out cost",
            "hold-out difference"),
        rows);
  }

  private List<String> probability(String rule, double from, Scores training, Scores apart) {
    return row(
        rule,
        String.format(Locale.ROOT, "probability %.4f", from),
        Decisions.from(training, from),
        Decisions.from(apart, from));
  }

  private List<String> row(String rule, String from, Decisions training, Decisions apart) {
    Map<Metric, Double> inside = training.measure(costs);
    return List.of(
        rule,
        from,
        Cells.figure(inside.get(Metric.COST_PER_CLIENT)),
        Cells.figure(inside.get(Metric.ACCURACY)),
        Cells.figure(CostCurve.f1(inside)),
        Cells.figure(inside.get(Metric.RECALL)),
        Cells.figure(inside.get(Metric.REFUSAL_RATE)),
        Cells.interval(
            bootstrap.difference(training.costs(costs), judged.outOfFold().costs(costs))),
        Cells.figure(apart.measure(costs).get(Metric.COST_PER_CLIENT)),
        Cells.interval(bootstrap.difference(apart.costs(costs), judged.holdOut().costs(costs))));
  }

  /** Cost, F1 and accuracy at every refusal rate, over the folds. */
  ResultTable curve() {
    List<List<String>> rows = new ArrayList<>();
    for (CostCurve.Place place : CostCurve.of(judged.outOfFold().scores(), costs, STEPS)) {
      rows.add(
          List.of(
              Cells.figure(place.figures().get(Metric.REFUSAL_RATE)),
              Cells.figure(place.threshold()),
              Cells.figure(place.probability()),
              Cells.figure(place.figures().get(Metric.COST_PER_CLIENT)),
              Cells.figure(place.f1()),
              Cells.figure(place.figures().get(Metric.ACCURACY)),
              Cells.figure(place.figures().get(Metric.RECALL))));
    }
    return new ResultTable(
        "cost-curve",
        "Cost curve, out of fold",
        List.of("refused", "threshold", "probability", "cost", "F1", "accuracy", "recall"),
        rows);
  }
}
