package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model's scores turned into decisions and figures at given costs, honestly: what judges a
 * training client was fitted on other folds than the client's.
 *
 * @param threshold cheapest margin on all out-of-fold scores, by which the hold-out is judged
 * @param outOfFold training clients, each judged by a threshold of other folds
 * @param holdOut clients kept apart; empty where there are none
 * @param costs what wrong decisions cost
 */
public record Judged(double threshold, Decisions outOfFold, Decisions holdOut, BusinessConf costs) {

  /**
   * Judges scores.
   *
   * @param fixed threshold of the model's own, or null to fit it
   */
  public static Judged of(Scores scores, Double fixed, BusinessConf costs) {
    Scores training = scores.outOfFold();
    double threshold =
        fixed == null ? ThresholdRule.COST.best(training.clients().ranked(), costs) : fixed;
    return new Judged(
        threshold,
        fixed == null
            ? Decisions.crossFitted(training, ThresholdRule.COST, costs, folds(training))
            : Decisions.at(training, fixed),
        Decisions.at(scores.holdOut(), threshold),
        costs);
  }

  private static int folds(Scores training) {
    return 1 + IntStream.of(training.clients().fold()).max().orElse(-1);
  }

  /** Cost per training client. */
  public double cost() {
    return outOfFold.confusion().cost(costs);
  }

  /** Figures of each fold, in the order of the folds. */
  public List<Map<Metric, Double>> folds() {
    return IntStream.range(0, folds(outOfFold.scores()))
        .mapToObj(fold -> outOfFold.where(of -> of == fold).measure(costs))
        .toList();
  }
}
