package io.clairscore.scorer.counterfactual;

import io.clairscore.scorer.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts the trees of a model down to those one client can meet. */
final class Pruning {
  private final TreeEnsemble model;
  private final float[] vector;
  private final int[] moved;
  private final List<Map<Float, List<Integer>>> splits = new ArrayList<>();
  private int[] features = new int[1024];
  private float[] values = new float[1024];
  private int[] lefts = new int[1024];
  private int[] rights = new int[1024];
  private int[] missing = new int[1024];
  private int size;

  private Pruning(TreeEnsemble model, float[] vector, MovedFeatures movedFeatures) {
    this.model = model;
    this.vector = vector;
    this.moved = new int[vector.length];
    Arrays.fill(moved, ClientTrees.LEAF);
    for (int feature = 0; feature < movedFeatures.count(); feature++) {
      moved[movedFeatures.index(feature)] = feature;
      splits.add(new TreeMap<>());
    }
  }

  /**
   * The trees of a client.
   *
   * @param vector the client's features, which decide every split no lever can change
   */
  static ClientTrees of(TreeEnsemble model, float[] vector, MovedFeatures moved) {
    Pruning pruning = new Pruning(model, vector, moved);
    int[] roots = new int[model.treeCount()];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = pruning.add(tree, model.root(tree));
    }
    return new ClientTrees(pruning.layout(roots));
  }

  /** Adds what is left of a subtree and returns its first node. */
  private int add(int tree, int subtree) {
    int node = subtree;
    while (!model.isLeaf(node) && moved[model.feature(node)] == ClientTrees.LEAF) {
      node = model.child(node, vector[model.feature(node)]);
    }
    int added = newNode();
    if (model.isLeaf(node)) {
      features[added] = ClientTrees.LEAF;
      values[added] = model.value(node);
      return added;
    }
    features[added] = moved[model.feature(node)];
    values[added] = model.value(node);
    List<Integer> trees =
        splits.get(features[added]).computeIfAbsent(values[added], t -> new ArrayList<>());
    if (!trees.contains(tree)) {
      trees.add(tree);
    }
    int left = add(tree, model.leftChild(node));
    int right = add(tree, model.leftChild(node) + 1);
    lefts[added] = left;
    rights[added] = right;
    missing[added] = model.child(node, Float.NaN) == model.leftChild(node) ? left : right;
    return added;
  }

  private int newNode() {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      lefts = Arrays.copyOf(lefts, 2 * size);
      rights = Arrays.copyOf(rights, 2 * size);
      missing = Arrays.copyOf(missing, 2 * size);
    }
    return size++;
  }

  private ClientTrees.Layout layout(int[] roots) {
    float[][] thresholds = new float[splits.size()][];
    int[][][] trees = new int[splits.size()][][];
    for (int feature = 0; feature < thresholds.length; feature++) {
      Map<Float, List<Integer>> rising = splits.get(feature);
      thresholds[feature] = new float[rising.size()];
      trees[feature] = new int[rising.size()][];
      int i = 0;
      for (Map.Entry<Float, List<Integer>> split : rising.entrySet()) {
        thresholds[feature][i] = split.getKey();
        trees[feature][i++] = split.getValue().stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return new ClientTrees.Layout(
        model.baseMargin(), roots, features, values, lefts, rights, missing, thresholds, trees);
  }
}
