package io.clairscore.scorer;

import java.io.Serializable;

/**
 * What each feature adds to a margin: exact Shapley values of the trees, path-dependent (a feature
 * that is not known sends a row down both branches, weighed by the training rows that went there:
 * Lundberg et al., "Consistent individualized feature attribution for tree ensembles"), as
 * XGBoost's {@code pred_contribs} gives them, in doubles. {@link ShapTree} says how. Immutable and
 * thread-safe; what is prepared for speed is not serialized but prepared again.
 */
public final class Contributions implements Serializable {
  private static final long serialVersionUID = 2L;

  private final TreeEnsemble trees;
  private final transient double bias;
  private final transient ShapTree[] prepared;
  private final transient int places;

  private Contributions(TreeEnsemble trees) {
    this.trees = trees;
    prepared = new ShapTree[trees.treeCount()];
    double sum = trees.baseMargin();
    int most = 0;
    for (int t = 0; t < prepared.length; t++) {
      sum += mean(trees, trees.root(t));
      prepared[t] = ShapTreeLayout.of(trees, t);
      most = Math.max(most, prepared[t].places);
    }
    bias = sum;
    places = most;
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
    trees.requireFit(features);
    double[] contributions = new double[features.length + 1];
    contributions[features.length] = bias;
    ShapWalk walk = new ShapWalk(SplitKeys.ofRow(features), contributions, places);
    for (ShapTree tree : prepared) {
      walk.add(tree);
    }
    return contributions;
  }

  private Object readResolve() {
    return of(trees);
  }
}
