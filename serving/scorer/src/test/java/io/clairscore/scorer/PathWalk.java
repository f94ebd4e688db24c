package io.clairscore.scorer;

/**
 * The classic algorithm (Lundberg et al., "Consistent individualized feature attribution for tree
 * ensembles", algorithm 2): one walk through trees that adds to each feature its Shapley value.
 * Second oracle of the contributions, for trees whose subsets are too many. A path from the root is
 * a list of distinct features; for each, the share of training rows that follow the path when the
 * feature is unknown ("zero"), and whether this row follows it when known ("one", 0 or 1). {@code
 * weight[i]} is the share of feature subsets of size i that reach the node.
 *
 * <p>The paths of all depths lie one after another in four arrays: the path of depth d takes d + 1
 * entries (entry 0 is the root's and has no feature).
 */
final class PathWalk {
  private static final int NONE = -1;

  private final TreeEnsemble trees;
  private final float[] row;
  private final double[] contributions;
  private final int[] feature;
  private final double[] zero;
  private final double[] one;
  private final double[] weight;

  PathWalk(TreeEnsemble trees, float[] row, double[] contributions) {
    this.trees = trees;
    this.row = row;
    this.contributions = contributions;
    int entries = (EnsembleLayout.MAX_DEPTH + 2) * (EnsembleLayout.MAX_DEPTH + 3) / 2;
    feature = new int[entries];
    zero = new double[entries];
    one = new double[entries];
    weight = new double[entries];
  }

  void add(int root) {
    feature[0] = NONE;
    visit(root, 0, 0, 1, 1, NONE);
  }

  /**
   * Visits a node whose path, before its last split, starts at {@code start} and has {@code depth}
   * entries; the last split adds the entry (splitOn, zeroShare, oneShare).
   */
  private void visit(
      int node, int start, int depth, double zeroShare, double oneShare, int splitOn) {
    if (zeroShare == 0 && oneShare == 0) {
      // Neither this row nor any training row comes here: nothing to add, and 0/0 below.
      return;
    }
    extend(start, depth, zeroShare, oneShare, splitOn);
    if (trees.isLeaf(node)) {
      addLeaf(start, depth, trees.value(node));
      return;
    }
    int split = trees.feature(node);
    int left = trees.leftChild(node);
    int hot = goesLeft(node, row[split]) ? left : left + 1;
    int cold = hot == left ? left + 1 : left;
    double zeroBefore = 1;
    double oneBefore = 1;
    int entries = depth;
    for (int i = 1; i <= depth; i++) {
      if (feature[start + i] == split) {
        // The feature split this path before: its two shares merge into one entry.
        zeroBefore = zero[start + i];
        oneBefore = one[start + i];
        unwind(start, depth, i);
        entries--;
        break;
      }
    }
    descend(hot, node, start, entries, zeroBefore, oneBefore, split);
    descend(cold, node, start, entries, zeroBefore, 0, split);
  }

  private boolean goesLeft(int node, float value) {
    return Float.isNaN(value)
        ? (trees.slot(node) & TreeEnsemble.MISSING_LEFT) != 0
        : value < trees.value(node);
  }

  private void descend(
      int child, int parent, int start, int depth, double zeroBefore, double oneShare, int split) {
    int copy = start + depth + 1;
    System.arraycopy(feature, start, feature, copy, depth + 1);
    System.arraycopy(zero, start, zero, copy, depth + 1);
    System.arraycopy(one, start, one, copy, depth + 1);
    System.arraycopy(weight, start, weight, copy, depth + 1);
    double share = zeroBefore * trees.cover(child) / trees.cover(parent);
    visit(child, copy, depth + 1, share, oneShare, split);
  }

  private void extend(int start, int depth, double zeroShare, double oneShare, int splitOn) {
    feature[start + depth] = splitOn;
    zero[start + depth] = zeroShare;
    one[start + depth] = oneShare;
    weight[start + depth] = depth == 0 ? 1 : 0;
    for (int i = depth - 1; i >= 0; i--) {
      double moved = weight[start + i];
      weight[start + i + 1] += oneShare * moved * (i + 1) / (depth + 1);
      weight[start + i] = zeroShare * moved * (depth - i) / (depth + 1);
    }
  }

  /** Takes one entry out of a path, as if its feature had never split. */
  private void unwind(int start, int depth, int index) {
    double oneShare = one[start + index];
    double zeroShare = zero[start + index];
    double next = weight[start + depth];
    for (int i = depth - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double kept = weight[start + i];
        weight[start + i] = next * (depth + 1) / ((i + 1) * oneShare);
        next = kept - weight[start + i] * zeroShare * (depth - i) / (depth + 1);
      } else {
        weight[start + i] = weight[start + i] * (depth + 1) / (zeroShare * (depth - i));
      }
    }
    int after = depth - index;
    System.arraycopy(feature, start + index + 1, feature, start + index, after);
    System.arraycopy(zero, start + index + 1, zero, start + index, after);
    System.arraycopy(one, start + index + 1, one, start + index, after);
  }

  /** The sum of the weights of a path without one entry. */
  private double unwoundSum(int start, int depth, int index) {
    double oneShare = one[start + index];
    double zeroShare = zero[start + index];
    double next = weight[start + depth];
    double sum = 0;
    for (int i = depth - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double part = next * (depth + 1) / ((i + 1) * oneShare);
        sum += part;
        next = weight[start + i] - part * zeroShare * (depth - i) / (depth + 1);
      } else if (zeroShare != 0) {
        sum += weight[start + i] * (depth + 1) / (zeroShare * (depth - i));
      }
    }
    return sum;
  }

  private void addLeaf(int start, int depth, double value) {
    for (int i = 1; i <= depth; i++) {
      double share = unwoundSum(start, depth, i) * (one[start + i] - zero[start + i]);
      contributions[feature[start + i]] += share * value;
    }
  }
}
