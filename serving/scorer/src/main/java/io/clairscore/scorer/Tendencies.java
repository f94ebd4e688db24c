package io.clairscore.scorer;

/**
 * Which way the values of each feature move the risk in a model, over all its splits: 1 if a higher
 * value always raises the risk, -1 if it always lowers it, near 0 if it depends on the rest, and 0
 * for a feature no tree asks for. A split weighs by the training rows it parts and by how far the
 * mean margins of its sides lie apart.
 */
public final class Tendencies {
  private final TreeEnsemble trees;
  private final double[] signed;
  private final double[] absolute;

  private Tendencies(TreeEnsemble trees) {
    this.trees = trees;
    signed = new double[trees.featureCount()];
    absolute = new double[trees.featureCount()];
    for (int tree = 0; tree < trees.treeCount(); tree++) {
      mean(trees.root(tree));
    }
  }

  /** The tendency of each feature, -1 to 1. */
  public static double[] of(Bundle bundle) {
    Tendencies sums = new Tendencies(bundle.trees());
    double[] tendencies = new double[sums.signed.length];
    for (int i = 0; i < tendencies.length; i++) {
      tendencies[i] = sums.absolute[i] == 0 ? 0 : sums.signed[i] / sums.absolute[i];
    }
    return tendencies;
  }

  /** The mean margin of a node's training rows, with the splits below added up. */
  private double mean(int node) {
    if (trees.isLeaf(node)) {
      return trees.value(node);
    }
    int left = trees.leftChild(node);
    double low = mean(left);
    double high = mean(left + 1);
    double share = (double) trees.cover(left) / trees.cover(node);
    double step = trees.cover(left + 1) * share * (high - low);
    signed[trees.feature(node)] += step;
    absolute[trees.feature(node)] += Math.abs(step);
    return low * share + high * (1 - share);
  }
}
