package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid of hyper-parameters of the gradient-boosted trees, by XGBoost's names: lists are what
 * cross-validation searches, {@link XgboostPoint} is one of their combinations.
 *
 * @param rounds most boosting rounds of one fit
 * @param earlyStoppingRounds rounds without improvement after which a fit stops
 * @param earlyStoppingShare share of the training rows on which improvement is judged
 * @param eta learning rate
 * @param maxDepth depths to try
 * @param minChildWeight least hessian of a leaf
 * @param subsample share of rows of a round
 * @param colsampleBytree shares of columns of a tree to try
 * @param lambda L2 penalties to try
 * @param alpha L1 penalty
 * @param maxBin histogram bins
 */
public record XgboostConf(
    int rounds,
    int earlyStoppingRounds,
    double earlyStoppingShare,
    double eta,
    List<Integer> maxDepth,
    double minChildWeight,
    double subsample,
    List<Double> colsampleBytree,
    List<Double> lambda,
    double alpha,
    int maxBin) {

  public XgboostConf {
    maxDepth = Require.depths("training.xgboost.maxDepth", maxDepth);
    colsampleBytree = Require.shares("training.xgboost.colsampleBytree", colsampleBytree);
    lambda = Require.penalties("training.xgboost.lambda", lambda);
    Require.positive("training.xgboost.rounds", rounds);
    Require.that(
        earlyStoppingShare > 0 && earlyStoppingShare < 1,
        "training.xgboost.earlyStoppingShare",
        earlyStoppingShare,
        "between 0 and 1");
    Require.share("training.xgboost.eta", eta);
    Require.positive("training.xgboost.earlyStoppingRounds", earlyStoppingRounds);
    Require.notNegative("training.xgboost.minChildWeight", minChildWeight);
    Require.share("training.xgboost.subsample", subsample);
    Require.notNegative("training.xgboost.alpha", alpha);
    Require.atLeast(2, "training.xgboost.maxBin", maxBin);
  }

  /** Every combination of the lists. */
  public List<XgboostPoint> points() {
    return points(maxDepth, colsampleBytree, lambda);
  }

  /** The first values of the lists. */
  public XgboostPoint first() {
    return points().get(0);
  }

  /** These settings at every combination of other values. */
  public List<XgboostPoint> points(
      List<Integer> depths, List<Double> columnShares, List<Double> penalties) {
    List<XgboostPoint> points = new ArrayList<>();
    for (int depth : depths) {
      for (double share : columnShares) {
        for (double penalty : penalties) {
          points.add(
              new XgboostPoint(
                  rounds,
                  earlyStoppingRounds,
                  earlyStoppingShare,
                  eta,
                  depth,
                  minChildWeight,
                  subsample,
                  share,
                  penalty,
                  alpha,
                  maxBin));
        }
      }
    }
    return points;
  }
}
