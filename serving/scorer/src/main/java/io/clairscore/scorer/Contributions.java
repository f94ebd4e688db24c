package io.clairscore.scorer;

import java.io.Serializable;

/**
 * What each feature adds to a margin: exact Shapley values of the trees, path-dependent (a feature
 * that is not known sends a row down both branches, weighed by the training rows that went there),
 * as XGBoost's {@code pred_contribs} gives them, in doubles. After Lundberg et al., "Consistent
 * individualized feature attribution for tree ensembles", algorithm 2. Immutable and thread-safe.
 */
public final class Contributions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeEnsemble trees;
  private final double bias;

  private Contributions(TreeEnsemble trees) {
    this.trees = trees;
    double sum = trees.baseMargin();
    for (int t = 0; t < trees.treeCount(); t++) {
      sum += mean(trees, trees.root(t));
    }
    bias = sum;
  }

  public static Contributions of(TreeEnsemble trees) {
    return new Contributions(trees);
  }

  private static double mean(TreeEnsemble trees, int node) {
    if (trees.isLeaf(node)) {
      return trees.value(node);
    }
    int left = trees.leftChild(node);
    return (mean(trees, left) * trees.cover(left) + mean(trees, left + 1) * trees.cover(left + 1))
        / trees.cover(node);
  }

  /**
   * The margin, taken apart.
   *
   * @param features one value per feature, NaN if missing
   * @return one value per feature, in margin, and at the end the mean margin of the training rows;
   *     they add up to the margin within the rounding of its floats
   * @throws IllegalArgumentException if the vector has another length than the model reads
   */
  public double[] explain(float[] features) {
    if (features.length != trees.featureCount()) {
      throw ScoringErrors.vectorLength(features.length, trees.featureCount());
    }
    double[] contributions = new double[features.length + 1];
    contributions[features.length] = bias;
    PathWalk walk = new PathWalk(trees, features, contributions);
    for (int t = 0; t < trees.treeCount(); t++) {
      walk.add(trees.root(t));
    }
    return contributions;
  }
}
