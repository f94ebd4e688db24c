package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.GateConf;
import io.clairscore.pipelines.evaluation.Estimate;

/**
 * What a number of features is worth, out of fold.
 *
 * @param features how many
 * @param auc of the training clients, each scored by a model that chose its features and learned
 *     without them
 * @param costPerClient of their decisions
 * @param aucDifference that less the AUC of all features; absent for these
 * @param costDifference the same of the cost
 * @param trees of the models, the mean of the folds
 * @param served whether it is the one that is served
 */
public record CompactSize(
    int features,
    double auc,
    double costPerClient,
    Estimate aucDifference,
    Estimate costDifference,
    double trees,
    boolean served) {

  /**
   * Whether neither interval lies on the worse side of nothing, nor reaches farther to it than the
   * gate allows a model that follows another: few clients prove nothing.
   */
  boolean noWorse(GateConf margins) {
    return aucDifference.high() >= 0
        && aucDifference.low() >= -margins.aucMargin()
        && costDifference.low() <= 0
        && costDifference.high() <= margins.costMargin();
  }

  CompactSize asServed() {
    return new CompactSize(
        features, auc, costPerClient, aucDifference, costDifference, trees, true);
  }
}
