package io.clairscore.scorer.counterfactual;

import java.util.Arrays;

/**
 * The trees as one client can meet them: splits on features that no lever moves are decided, only
 * the others are left. Keeps the leaves of the values it was last given, so that a changed value
 * walks only the trees that it may send another way. Not thread-safe.
 */
final class ClientTrees {
  /** Feature of a leaf, whose value is then the leaf's. */
  static final int LEAF = -1;

  /**
   * Trees laid out flat. A node without feature is a leaf.
   *
   * @param base margin to which the leaves are added
   * @param roots first node of every tree of the model, in its order
   * @param features feature of each node, or {@link #LEAF}
   * @param values threshold of each split, or the value of a leaf
   * @param missing child of a missing value
   * @param thresholds for each feature, its thresholds, rising
   * @param trees for each threshold of each feature, the trees that have it
   */
  record Layout(
      float base,
      int[] roots,
      int[] features,
      float[] values,
      int[] lefts,
      int[] rights,
      int[] missing,
      float[][] thresholds,
      int[][][] trees) {}

  private final Layout layout;
  private final float[] leaves;

  /** Trees that still have a split. */
  private final int[] open;

  /** Base and leaves of the others. */
  private final double decided;

  private final double slack;
  private double sum;

  ClientTrees(Layout layout) {
    this.layout = layout;
    leaves = new float[layout.roots().length];
    double size = Math.abs(layout.base());
    double certain = layout.base();
    int[] split = new int[leaves.length];
    int splits = 0;
    for (int tree = 0; tree < leaves.length; tree++) {
      int root = layout.roots()[tree];
      size += largest(root);
      if (layout.features()[root] == LEAF) {
        leaves[tree] = layout.values()[root];
        certain += leaves[tree];
      } else {
        split[splits++] = tree;
      }
    }
    open = Arrays.copyOf(split, splits);
    decided = certain;
    // Each of the float additions behind a margin rounds by at most 2^-24 of a partial sum.
    slack = 1.01 * (leaves.length + 1) * 0x1p-24 * size;
  }

  /** The thresholds of a feature that this client can meet, rising. */
  float[] thresholds(int feature) {
    return layout.thresholds()[feature];
  }

  /** Takes other values altogether. */
  void start(float[] values) {
    sum = decided;
    for (int tree : open) {
      leaves[tree] = leaf(layout.roots()[tree], values);
      sum += leaves[tree];
    }
  }

  /**
   * Takes the change of one value.
   *
   * @param before what it was; the values hold what it is now
   */
  void change(int feature, float before, float[] values) {
    float[] thresholds = thresholds(feature);
    float low = Math.min(before, values[feature]);
    float high = Math.max(before, values[feature]);
    for (int i = above(thresholds, low); i < thresholds.length && thresholds[i] <= high; i++) {
      for (int tree : layout.trees()[feature][i]) {
        sum -= leaves[tree];
        leaves[tree] = leaf(layout.roots()[tree], values);
        sum += leaves[tree];
      }
    }
  }

  /** Position of the first threshold above a value. */
  static int above(float[] thresholds, float value) {
    int from = 0;
    int to = thresholds.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (thresholds[middle] > value) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** Whether the margin may lie below a bound: exact only about those that say no. */
  boolean mayLieBelow(double bound) {
    return sum < bound + slack;
  }

  /** The margin of the values, bit for bit that of the model. */
  float margin() {
    float margin = layout.base();
    for (float leaf : leaves) {
      margin += leaf;
    }
    return margin;
  }

  /**
   * A bound under which no margin lies while each value stays between two others; a missing value
   * stays missing.
   */
  double lowest(float[] from, float[] to) {
    double lowest = decided;
    for (int tree : open) {
      lowest += lowest(layout.roots()[tree], from, to);
    }
    return lowest - slack;
  }

  private float leaf(int root, float[] values) {
    int node = root;
    int feature = layout.features()[node];
    while (feature != LEAF) {
      float value = values[feature];
      if (value != value) {
        node = layout.missing()[node];
      } else {
        node = value < layout.values()[node] ? layout.lefts()[node] : layout.rights()[node];
      }
      feature = layout.features()[node];
    }
    return layout.values()[node];
  }

  private float lowest(int node, float[] from, float[] to) {
    int feature = layout.features()[node];
    float value = layout.values()[node];
    if (feature == LEAF) {
      return value;
    }
    if (Float.isNaN(from[feature])) {
      return lowest(layout.missing()[node], from, to);
    }
    float lowest = Float.POSITIVE_INFINITY;
    if (from[feature] < value) {
      lowest = lowest(layout.lefts()[node], from, to);
    }
    if (to[feature] >= value) {
      lowest = Math.min(lowest, lowest(layout.rights()[node], from, to));
    }
    return lowest;
  }

  private float largest(int node) {
    if (layout.features()[node] == LEAF) {
      return Math.abs(layout.values()[node]);
    }
    return Math.max(largest(layout.lefts()[node]), largest(layout.rights()[node]));
  }
}
