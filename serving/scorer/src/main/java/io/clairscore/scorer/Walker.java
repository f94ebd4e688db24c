package io.clairscore.scorer;

/**
 * Walks rows through trees, four trees at a time: each step waits for memory, and four waits in
 * parallel take little longer than one. A walk has no branch but its end, because a leaf is a split
 * whose left child is itself and whose right child is never taken. Immutable and thread-safe.
 */
final class Walker {
  /** Entries of a node: slot, key of the threshold, position of the left child, value. */
  private static final int STEP = 4;

  private final int[] roots;
  private final int[] nodes;

  Walker(int[] roots, int[] slots, float[] values, int[] lefts) {
    this.roots = new int[roots.length];
    for (int t = 0; t < roots.length; t++) {
      this.roots[t] = STEP * roots[t];
    }
    nodes = new int[STEP * slots.length];
    for (int node = 0; node < slots.length; node++) {
      boolean leaf = slots[node] == TreeEnsemble.LEAF;
      int at = STEP * node;
      nodes[at] = leaf ? TreeEnsemble.MISSING_LEFT : slots[node];
      nodes[at + 1] = leaf ? SplitKeys.RIGHT_OF_ALL : SplitKeys.of(values[node]);
      nodes[at + 2] = STEP * (leaf ? node : lefts[node]);
      nodes[at + 3] = Float.floatToRawIntBits(values[node]);
    }
  }

  /** The start and the values of the leaves a row reaches, added in the order of the trees. */
  float sum(float start, float[] features) {
    int[] keys = SplitKeys.ofRow(features);
    float sum = start;
    int t = 0;
    for (; t + 4 <= roots.length; t += 4) {
      int a = roots[t];
      int b = roots[t + 1];
      int c = roots[t + 2];
      int d = roots[t + 3];
      int moved;
      do {
        int nextA = next(a, keys);
        int nextB = next(b, keys);
        int nextC = next(c, keys);
        int nextD = next(d, keys);
        moved = (a ^ nextA) | (b ^ nextB) | (c ^ nextC) | (d ^ nextD);
        a = nextA;
        b = nextB;
        c = nextC;
        d = nextD;
      } while (moved != 0);
      sum += value(a);
      sum += value(b);
      sum += value(c);
      sum += value(d);
    }
    for (; t < roots.length; t++) {
      sum += value(leaf(roots[t], keys));
    }
    return sum;
  }

  private int leaf(int root, int[] keys) {
    int at = root;
    int next = next(at, keys);
    while (next != at) {
      at = next;
      next = next(at, keys);
    }
    return at;
  }

  private int next(int at, int[] keys) {
    return nodes[at + 2] + STEP * SplitKeys.turn(keys[nodes[at]], nodes[at + 1]);
  }

  private float value(int at) {
    return Float.intBitsToFloat(nodes[at + 3]);
  }
}
