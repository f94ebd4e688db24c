package io.clairscore.scorer;

import java.util.Arrays;

/**
 * Contributions computed slowly, in two ways that share nothing with each other or with {@link
 * ShapWalk}: oracles of the tests, and of the parity check on real clients.
 */
public final class SlowContributions {
  private final TreeEnsemble trees;
  private final float[] row;
  private final double[] contributions;

  private SlowContributions(TreeEnsemble trees, float[] row) {
    this.trees = trees;
    this.row = row;
    contributions = new double[row.length + 1];
    contributions[row.length] = trees.baseMargin();
  }

  /** By the classic algorithm; without the bias, whose entry is 0. */
  public static double[] classic(TreeEnsemble trees, float[] row) {
    double[] contributions = new double[row.length + 1];
    PathWalk walk = new PathWalk(trees, row, contributions);
    for (int t = 0; t < trees.treeCount(); t++) {
      walk.add(trees.root(t));
    }
    return contributions;
  }

  /**
   * By the definition, over all subsets of the features on the path to each leaf. Shapley values of
   * a sum of games are sums of theirs, and a feature that is not on a leaf's path adds nothing to
   * that leaf's game.
   */
  public static double[] bySubsets(TreeEnsemble trees, float[] row) {
    SlowContributions slow = new SlowContributions(trees, row);
    for (int t = 0; t < trees.treeCount(); t++) {
      slow.visit(trees.root(t), new int[0], new double[0], new double[0]);
    }
    return slow.contributions;
  }

  /** The margin without the rounding of its floats: leaf values added in doubles. */
  public static double exactMargin(TreeEnsemble trees, float[] row) {
    SlowContributions slow = new SlowContributions(trees, row);
    double sum = trees.baseMargin();
    for (int t = 0; t < trees.treeCount(); t++) {
      int node = trees.root(t);
      while (!trees.isLeaf(node)) {
        node = trees.leftChild(node) + (slow.goesLeft(node) ? 0 : 1);
      }
      sum += trees.value(node);
    }
    return sum;
  }

  private boolean goesLeft(int split) {
    float value = row[trees.feature(split)];
    return Float.isNaN(value)
        ? (trees.slot(split) & TreeEnsemble.MISSING_LEFT) != 0
        : value < trees.value(split);
  }

  /**
   * Visits a node, given the features that split on the way, for each the chance to come this way
   * if it is not known, and if it is known.
   */
  private void visit(int node, int[] features, double[] unknown, double[] known) {
    if (trees.isLeaf(node)) {
      addLeaf(trees.value(node), features, unknown, known);
      return;
    }
    int left = trees.leftChild(node);
    boolean goesLeft = goesLeft(node);
    for (int child = left; child <= left + 1; child++) {
      double share = (double) trees.cover(child) / trees.cover(node);
      double follows = goesLeft == (child == left) ? 1 : 0;
      int at = indexOf(features, trees.feature(node));
      int size = Math.max(features.length, at + 1);
      int[] nextFeatures = Arrays.copyOf(features, size);
      double[] nextUnknown = Arrays.copyOf(unknown, size);
      double[] nextKnown = Arrays.copyOf(known, size);
      nextFeatures[at] = trees.feature(node);
      nextUnknown[at] = (at < features.length ? unknown[at] : 1) * share;
      nextKnown[at] = (at < features.length ? known[at] : 1) * follows;
      visit(child, nextFeatures, nextUnknown, nextKnown);
    }
  }

  private static int indexOf(int[] features, int feature) {
    int at = 0;
    while (at < features.length && features[at] != feature) {
      at++;
    }
    return at;
  }

  private void addLeaf(double value, int[] features, double[] unknown, double[] known) {
    int count = features.length;
    double[] worth = new double[1 << count];
    for (int subset = 0; subset < worth.length; subset++) {
      worth[subset] = value;
      for (int i = 0; i < count; i++) {
        worth[subset] *= (subset & 1 << i) != 0 ? known[i] : unknown[i];
      }
    }
    contributions[row.length] += worth[0];
    for (int i = 0; i < count; i++) {
      for (int subset = 0; subset < worth.length; subset++) {
        if ((subset & 1 << i) == 0) {
          double orders = count * choose(count - 1, Integer.bitCount(subset));
          contributions[features[i]] += (worth[subset | 1 << i] - worth[subset]) / orders;
        }
      }
    }
  }

  private static double choose(int from, int some) {
    double ways = 1;
    for (int i = 1; i <= some; i++) {
      ways = ways * (from - some + i) / i;
    }
    return ways;
  }
}
