package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * The search for XGBoost's hyper-parameters: every combination of the lists, then as many points by
 * TPE as, for its control, at random.
 *
 * @param maxDepth depths of the coarse grid
 * @param colsampleBytree shares of columns of the coarse grid
 * @param lambda L2 penalties of the coarse grid
 * @param points points of the TPE search, and of the random search
 * @param folds folds on which each point is fitted, the first of the training folds
 */
public record SearchConf(
    List<Integer> maxDepth,
    List<Double> colsampleBytree,
    List<Double> lambda,
    int points,
    int folds) {

  public SearchConf {
    maxDepth = Require.depths("study.search.maxDepth", maxDepth);
    colsampleBytree = Require.shares("study.search.colsampleBytree", colsampleBytree);
    lambda = Require.penalties("study.search.lambda", lambda);
    Require.atLeast(1, "study.search.points", points);
    Require.atLeast(2, "study.search.folds", folds);
  }
}
