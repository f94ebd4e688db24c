package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;

/**
 * What the best threshold is best for. Clients at or above it are refused; which of equally good
 * ones is taken says {@link RankedScores#best}.
 */
public enum ThresholdRule {
  /** Least cost of wrong decisions: the threshold of the served model. */
  COST((confusion, costs) -> -confusion.cost(costs)),
  /** Harmonic mean of precision and recall of the refusals. */
  F1((confusion, costs) -> confusion.f1()),
  ACCURACY((confusion, costs) -> confusion.accuracy());

  private interface Merit {
    double of(Confusion confusion, BusinessConf costs);
  }

  private final Merit merit;

  ThresholdRule(Merit merit) {
    this.merit = merit;
  }

  /** The best threshold on these scores. */
  public double best(RankedScores scores, BusinessConf costs) {
    return scores.best(confusion -> merit.of(confusion, costs));
  }

  /** For each fold, the best threshold on the clients of the others. */
  public double[] ofOtherFolds(ScoredClients clients, BusinessConf costs, int folds) {
    double[] thresholds = new double[folds];
    for (int fold = 0; fold < folds; fold++) {
      int judged = fold;
      thresholds[fold] = best(clients.where(other -> other != judged).ranked(), costs);
    }
    return thresholds;
  }
}
