package io.clairscore.scorer;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * Checks trees and lays them out in the flat arrays of a {@link TreeEnsemble}: every tree breadth
 * first from its root, the two children of a node side by side. A tree that is not a tree (a child
 * out of range, a node reached twice or never) is refused, so that walking needs no check.
 */
final class EnsembleLayout {
  /** Deeper trees would exhaust the tables of the explanation; XGBoost's default depth is 6. */
  static final int MAX_DEPTH = 64;

  private final int features;
  private final int[] roots;
  private final int[] slots;
  private final float[] values;
  private final int[] lefts;
  private final float[] covers;
  private int size;

  private EnsembleLayout(int features, int trees, int nodes) {
    this.features = features;
    roots = new int[trees];
    slots = new int[nodes];
    values = new float[nodes];
    lefts = new int[nodes];
    covers = new float[nodes];
  }

  static TreeEnsemble of(
      int features, List<String> names, float baseMargin, List<XgboostModel.Tree> trees) {
    int nodes = 0;
    for (int t = 0; t < trees.size(); t++) {
      nodes = Math.addExact(nodes, checkedNodes(t, trees.get(t), features));
    }
    EnsembleLayout layout = new EnsembleLayout(features, trees.size(), nodes);
    for (int t = 0; t < trees.size(); t++) {
      layout.add(t, trees.get(t));
    }
    return layout.ensemble(names, baseMargin);
  }

  private TreeEnsemble ensemble(List<String> names, float baseMargin) {
    return new TreeEnsemble(
        features,
        names,
        baseMargin,
        roots,
        Arrays.copyOf(slots, size),
        Arrays.copyOf(values, size),
        Arrays.copyOf(lefts, size),
        Arrays.copyOf(covers, size));
  }

  private static int checkedNodes(int t, XgboostModel.Tree tree, int features) {
    if (tree == null || tree.treeParam() == null) {
      throw ModelErrors.missing("tree_param of tree " + t);
    }
    XgboostModel.TreeParameters parameters = tree.treeParam();
    int nodes = checked(t, "num_nodes", parameters.numNodes(), 1, Integer.MAX_VALUE);
    checked(t, "num_deleted", parameters.numDeleted(), 0, nodes - 1);
    checked(t, "num_feature", parameters.numFeature(), features, features);
    checked(t, "size_leaf_vector", parameters.sizeLeafVector(), 0, 1);
    checkLength(t, "left_children", tree.leftChildren(), nodes);
    checkLength(t, "right_children", tree.rightChildren(), nodes);
    checkLength(t, "split_indices", tree.splitIndices(), nodes);
    checkLength(t, "split_conditions", tree.splitConditions(), nodes);
    checkLength(t, "split_type", tree.splitType(), nodes);
    checkLength(t, "default_left", tree.defaultLeft(), nodes);
    checkLength(t, "sum_hessian", tree.sumHessian(), nodes);
    if (tree.categories() != null && tree.categories().length > 0
        || Arrays.stream(tree.splitType()).anyMatch(type -> type != 0)) {
      throw ModelErrors.categorySplit(t);
    }
    return nodes;
  }

  private static int checked(int t, String field, Integer value, int min, int max) {
    if (value == null) {
      throw ModelErrors.missing("tree_param." + field + " of tree " + t);
    }
    if (value < min || value > max) {
      throw ModelErrors.brokenTree(t, field + " is " + value);
    }
    return value;
  }

  private static void checkLength(int t, String field, Object array, int nodes) {
    if (array == null) {
      throw ModelErrors.missing(field + " of tree " + t);
    }
    if (Array.getLength(array) != nodes) {
      throw ModelErrors.brokenTree(
          t, field + " has " + Array.getLength(array) + " entries for " + nodes + " nodes");
    }
  }

  private void add(int t, XgboostModel.Tree tree) {
    int nodes = tree.leftChildren().length;
    int[] queue = new int[nodes];
    int[] depths = new int[nodes];
    int first = size;
    int queued = 1;
    for (int next = 0; next < queued; next++) {
      int node = queue[next];
      int left = tree.leftChildren()[node];
      int right = tree.rightChildren()[node];
      if (left == -1 && right == -1) {
        addNode(t, node, TreeEnsemble.LEAF, -1, tree);
        continue;
      }
      if (queued + 2 > nodes) {
        throw ModelErrors.brokenTree(t, "node " + node + " is reached twice or in a cycle");
      }
      addNode(t, node, slot(t, node, tree), first + queued, tree);
      queue[queued] = checkedChild(t, node, left, nodes);
      queue[queued + 1] = checkedChild(t, node, right, nodes);
      depths[queued] = depths[next] + 1;
      depths[queued + 1] = depths[next] + 1;
      queued += 2;
    }
    checkReached(t, tree, queue, queued);
    checkDepth(t, depths[queued - 1]);
    roots[t] = first;
  }

  private static int checkedChild(int t, int node, int child, int nodes) {
    if (child < 1 || child >= nodes) {
      throw ModelErrors.brokenTree(t, "node " + node + " has the child " + child);
    }
    return child;
  }

  private int slot(int t, int node, XgboostModel.Tree tree) {
    int feature = tree.splitIndices()[node];
    if (feature < 0 || feature >= features) {
      throw ModelErrors.brokenTree(
          t, "node " + node + " splits on feature " + feature + " of " + features);
    }
    int missing = tree.defaultLeft()[node];
    if (missing != 0 && missing != 1) {
      throw ModelErrors.brokenTree(t, "node " + node + " has default_left " + missing);
    }
    return feature << 1 | (missing == 1 ? TreeEnsemble.MISSING_LEFT : 0);
  }

  private void addNode(int t, int node, int slot, int left, XgboostModel.Tree tree) {
    float value = tree.splitConditions()[node];
    if (!Float.isFinite(value)) {
      throw ModelErrors.brokenTree(t, "node " + node + " has the threshold or leaf value " + value);
    }
    float cover = tree.sumHessian()[node];
    // Explanations divide by the cover of a node that splits.
    if (!(cover >= 0 && Float.isFinite(cover)) || slot != TreeEnsemble.LEAF && cover == 0) {
      throw ModelErrors.brokenTree(t, "node " + node + " has the sum_hessian " + cover);
    }
    slots[size] = slot;
    values[size] = value;
    lefts[size] = left;
    covers[size] = cover;
    size++;
  }

  /** Pruning leaves deleted nodes behind in the arrays; every other node is reached once. */
  private static void checkReached(int t, XgboostModel.Tree tree, int[] queue, int queued) {
    int expected = tree.leftChildren().length - tree.treeParam().numDeleted();
    long distinct = Arrays.stream(queue, 0, queued).distinct().count();
    if (distinct != queued) {
      throw ModelErrors.brokenTree(t, "a node is the child of two nodes");
    }
    if (queued != expected) {
      throw ModelErrors.brokenTree(t, queued + " of " + expected + " nodes are reached");
    }
  }

  private static void checkDepth(int t, int deepest) {
    if (deepest > MAX_DEPTH) {
      throw ModelErrors.brokenTree(
          t, "leaves lie " + deepest + " deep, and at most " + MAX_DEPTH + " is read");
    }
  }
}
