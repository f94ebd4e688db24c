package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.XgboostPoint;

/**
 * The hyper-parameters that the grid of a training varies, as they stand in its report.
 *
 * @param maxDepth depth of the trees
 * @param colsampleBytree share of the features of a tree
 * @param lambda L2 penalty of the leaves
 */
public record GridPoint(int maxDepth, double colsampleBytree, double lambda) {

  static GridPoint of(XgboostPoint point) {
    return new GridPoint(point.maxDepth(), point.colsampleBytree(), point.lambda());
  }
}
