package io.clairscore.pipelines.training;

/**
 * The hyper-parameters that cross-validation chooses.
 *
 * @param maxDepth depth of the trees
 * @param colsampleBytree share of the features of a tree
 * @param lambda L2 penalty of the leaves
 */
public record GridPoint(int maxDepth, double colsampleBytree, double lambda) {}
