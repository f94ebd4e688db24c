package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.CostCurve;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.evaluation.ThresholdRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one candidate's threshold is worth.
 *
 * @param judged the candidate
 * @param costs what wrong decisions cost
 * @param folds number of folds
 * @param bootstrap for the intervals
 */
record ThresholdTables(Judged judged, BusinessConf costs, int folds, Bootstrap bootstrap) {
  private static final int STEPS = 200;
  private static final double EVEN = 0.5;

  /** The optimum of the business against others; differences are to the business threshold. */
  ResultTable rules(String candidate) {
    Scores training = judged.outOfFold().scores();
    Scores apart = judged.holdOut().scores();
    List<List<String>> rows = new ArrayList<>();
    for (ThresholdRule rule : ThresholdRule.values()) {
      double threshold = rule.best(training.clients().ranked(), costs);
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
    Confusion inside = training.confusion();
    return List.of(
        rule,
        from,
        Cells.figure(inside.cost(costs)),
        Cells.figure(inside.accuracy()),
        Cells.figure(inside.f1()),
        Cells.figure(inside.recall()),
        Cells.figure(inside.refusalRate()),
        Cells.interval(
            bootstrap.difference(training.costs(costs), judged.outOfFold().costs(costs))),
        Cells.figure(apart.confusion().cost(costs)),
        Cells.interval(bootstrap.difference(apart.costs(costs), judged.holdOut().costs(costs))));
  }

  /** Cost, F1 and accuracy at every refusal rate, over the folds. */
  ResultTable curve() {
    List<List<String>> rows = new ArrayList<>();
    for (CostCurve.Point point : CostCurve.of(judged.outOfFold().scores(), STEPS)) {
      Confusion decided = point.decided();
      rows.add(
          List.of(
              Cells.figure(decided.refusalRate()),
              Cells.figure(point.threshold()),
              Cells.figure(point.probability()),
              Cells.figure(decided.cost(costs)),
              Cells.figure(decided.f1()),
              Cells.figure(decided.accuracy()),
              Cells.figure(decided.recall())));
    }
    return new ResultTable(
        "cost-curve",
        "Cost curve, out of fold",
        List.of("refused", "threshold", "probability", "cost", "F1", "accuracy", "recall"),
        rows);
  }
}
