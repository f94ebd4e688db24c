package io.clairscore.scorer;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Lays a tree of an ensemble out as a {@link ShapTree}. */
final class ShapTreeLayout {
  private final TreeEnsemble trees;

  /** By place: its node, the place above it (-1 above the root), and that of its left child. */
  private final int[] nodes;

  private final int[] parents;
  private final int[] children;
  private int places;

  private ShapTreeLayout(TreeEnsemble trees, int tree) {
    this.trees = trees;
    int size = trees.nodeCount(tree);
    nodes = new int[size];
    parents = new int[size];
    children = new int[size];
    addPlace(trees.root(tree), -1);
    for (int place = 0; place < places; place++) {
      if (isInner(place)) {
        children[place] = places;
        addPlace(trees.leftChild(nodes[place]), place);
        addPlace(trees.leftChild(nodes[place]) + 1, place);
      }
    }
  }

  static ShapTree of(TreeEnsemble trees, int tree) {
    return new ShapTreeLayout(trees, tree).tree();
  }

  private void addPlace(int node, int parent) {
    nodes[places] = node;
    parents[places] = parent;
    places++;
  }

  private ShapTree tree() {
    int[] inner = those(this::isInner);
    int[] plainTwigs = those(place -> isTwig(place) && edge(place) < 0);
    int[] repeatTwigs = those(place -> isTwig(place) && edge(place) >= 0);
    int[] twigs = IntStream.concat(IntStream.of(plainTwigs), IntStream.of(repeatTwigs)).toArray();
    int[] leaves = those(this::isLeaf);
    int features = IntStream.range(0, places).map(this::featuresAbove).max().orElseThrow();
    Quadrature quadrature = Quadrature.of(ShapTree.LANES * ShapTree.walks(features));
    double[] lanes = ShapTree.lanes(quadrature, 1);
    ShapTree tree =
        new ShapTree(places, runs(inner), plainTwigs.length, twigs.length, leaves.length, lanes);
    for (int i = 0; i < inner.length; i++) {
      addSplit(tree, i, inner[i], quadrature);
      addInner(tree, i, inner[i]);
    }
    for (int i = 0; i < twigs.length; i++) {
      addSplit(tree, inner.length + i, twigs[i], quadrature);
      addTwig(tree, i, twigs[i]);
    }
    for (int i = 0; i < leaves.length; i++) {
      tree.leafPlaces[i] = leaves[i];
      tree.leafValues[i] = trees.value(nodes[leaves[i]]);
    }
    return tree;
  }

  /** Ends of the runs of splits without a repeat, with repeats only, without, and so on. */
  private int[] runs(int[] inner) {
    IntStream.Builder ends = IntStream.builder();
    boolean repeats = false;
    for (int i = 0; i < inner.length; i++) {
      if (edge(inner[i]) >= 0 != repeats) {
        ends.add(i);
        repeats = !repeats;
      }
    }
    return ends.add(inner.length).build().toArray();
  }

  private int[] those(IntPredicate kind) {
    return IntStream.range(0, places).filter(kind).toArray();
  }

  private boolean isLeaf(int place) {
    return trees.isLeaf(nodes[place]);
  }

  private boolean isTwig(int place) {
    return !isLeaf(place) && !isInner(place);
  }

  private boolean isInner(int place) {
    if (isLeaf(place)) {
      return false;
    }
    int left = trees.leftChild(nodes[place]);
    return !(trees.isLeaf(left) && trees.isLeaf(left + 1));
  }

  /** Distinct features that split on the path to a place, its own included. */
  private int featuresAbove(int place) {
    return (int)
        IntStream.iterate(place, above -> above >= 0, above -> parents[above])
            .filter(above -> !isLeaf(above))
            .map(this::feature)
            .distinct()
            .count();
  }

  private void addSplit(ShapTree tree, int split, int place, Quadrature quadrature) {
    tree.slots[split] = trees.slot(nodes[place]);
    tree.thresholds[split] = SplitKeys.of(trees.value(nodes[place]));
    tree.at[split] = place;
    int edge = edge(place);
    if (edge >= 0) {
      double[] lanes = ShapTree.lanes(quadrature, shareOfRepeats(place));
      tree.repeats[split] = new ShapTree.Repeat(edge, lanes);
    }
  }

  /** The place below the nearest split above a place that is on the same feature, or -1. */
  private int edge(int place) {
    int edge = place;
    while (edge > 0 && feature(parents[edge]) != feature(place)) {
      edge = parents[edge];
    }
    return edge > 0 ? edge : -1;
  }

  /** Of the training rows at the first split on a feature, those that followed all to this one. */
  private double shareOfRepeats(int place) {
    double share = 1;
    for (int below = place; below > 0; below = parents[below]) {
      if (feature(parents[below]) == feature(place)) {
        share *= share(nodes[parents[below]], nodes[below]);
      }
    }
    return share;
  }

  private int feature(int place) {
    return trees.feature(nodes[place]);
  }

  private void addInner(ShapTree tree, int i, int place) {
    int left = trees.leftChild(nodes[place]);
    tree.children[i] = children[place];
    tree.shares[2 * i] = share(nodes[place], left);
    tree.shares[2 * i + 1] = share(nodes[place], left + 1);
  }

  private void addTwig(ShapTree tree, int i, int place) {
    int left = trees.leftChild(nodes[place]);
    double mean =
        share(nodes[place], left) * trees.value(left)
            + share(nodes[place], left + 1) * trees.value(left + 1);
    tree.means[i] = mean;
    tree.steps[2 * i] = trees.value(left) - mean;
    tree.steps[2 * i + 1] = trees.value(left + 1) - mean;
  }

  /** Of the training rows at a split, those that went on to a child. */
  private double share(int split, int child) {
    return (double) trees.cover(child) / trees.cover(split);
  }
}
