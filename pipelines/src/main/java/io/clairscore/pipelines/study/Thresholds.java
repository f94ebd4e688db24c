package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.CostCurve;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.evaluation.ThresholdRule;
import io.clairscore.pipelines.study.results.ChosenModel.Scale;
import io.clairscore.pipelines.study.results.ChosenModel.ThresholdResult;
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
record Thresholds(Judged judged, BusinessConf costs, int folds, Bootstrap bootstrap) {
  private static final int STEPS = 200;
  private static final double EVEN = 0.5;

  /** The optimum of the business against others; differences are to the business threshold. */
  List<ThresholdResult> compared() {
    List<ThresholdResult> compared = new ArrayList<>();
    for (ThresholdRule rule : ThresholdRule.values()) {
      double threshold = rule.best(training().clients().ranked(), costs);
      compared.add(
          result(
              "best " + rule.name().toLowerCase(Locale.ROOT),
              Scale.MARGIN,
              threshold,
              Decisions.crossFitted(training(), rule, costs, folds),
              Decisions.at(apart(), threshold)));
    }
    compared.add(probability("probability 0.5", EVEN));
    compared.add(probability("break-even", costs.breakEvenProbability()));
    return compared;
  }

  private ThresholdResult probability(String rule, double from) {
    return result(
        rule,
        Scale.PROBABILITY,
        from,
        Decisions.from(training(), from),
        Decisions.from(apart(), from));
  }

  private ThresholdResult result(
      String rule, Scale scale, double from, Decisions inside, Decisions apart) {
    return new ThresholdResult(
        rule,
        scale,
        from,
        inside.confusion(),
        bootstrap.difference(inside.costs(costs), judged.outOfFold().costs(costs)),
        apart.confusion().cost(costs),
        bootstrap.difference(apart.costs(costs), judged.holdOut().costs(costs)));
  }

  private Scores training() {
    return judged.outOfFold().scores();
  }

  private Scores apart() {
    return judged.holdOut().scores();
  }

  /** Cost, F1 and accuracy at every refusal rate, over the folds. */
  List<CostCurve.Point> curve() {
    return CostCurve.of(training(), STEPS);
  }
}
