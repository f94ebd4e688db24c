package io.clairscore.scorer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The slow, obvious reading of a model: recursion over the JSON document. Oracle of the walker and
 * of the contributions.
 */
final class SlowTrees {
  private final List<Tree> trees = new ArrayList<>();
  private final int columns;
  private final float baseMargin;

  SlowTrees(GoldenModel model) {
    JsonNode learner = model.document().path("learner");
    learner.at("/gradient_booster/model/trees").forEach(tree -> trees.add(new Tree(tree)));
    columns = learner.at("/learner_model_param/num_feature").asInt();
    String base = learner.at("/learner_model_param/base_score").asText().replaceAll("[\\[\\]]", "");
    baseMargin = (float) -Math.log(1f / Float.parseFloat(base) - 1f);
  }

  float margin(float[] features) {
    float sum = baseMargin;
    for (Tree tree : trees) {
      sum += (float) expected(tree, 0, features, -1);
    }
    return sum;
  }

  /** The Shapley values by their definition, over all subsets of features; the bias is last. */
  double[] contributions(float[] features) {
    double[] worth = new double[1 << columns];
    for (int known = 0; known < worth.length; known++) {
      worth[known] = baseMargin;
      for (Tree tree : trees) {
        worth[known] += expected(tree, 0, features, known);
      }
    }
    double[] contributions = new double[columns + 1];
    contributions[columns] = worth[0];
    for (int feature = 0; feature < columns; feature++) {
      for (int known = 0; known < worth.length; known++) {
        if ((known & 1 << feature) == 0) {
          int others = Integer.bitCount(known);
          double share = 1 / (columns * choose(columns - 1, others));
          contributions[feature] += share * (worth[known | 1 << feature] - worth[known]);
        }
      }
    }
    return contributions;
  }

  private static double choose(int from, int some) {
    return some == 0 ? 1 : choose(from - 1, some - 1) * from / some;
  }

  /** The value of a node when only the features in a set of bits are known. */
  private static double expected(Tree tree, int node, float[] features, int known) {
    int left = tree.lefts[node];
    int right = tree.rights[node];
    if (left == -1) {
      return tree.conditions[node];
    }
    int feature = tree.features[node];
    if ((known & 1 << feature) != 0) {
      float value = features[feature];
      boolean goesLeft =
          Float.isNaN(value) ? tree.missing[node] == 1 : value < tree.conditions[node];
      return expected(tree, goesLeft ? left : right, features, known);
    }
    return (expected(tree, left, features, known) * tree.covers[left]
            + expected(tree, right, features, known) * tree.covers[right])
        / tree.covers[node];
  }

  /** The arrays of one tree in the document. */
  private static final class Tree {
    private final int[] lefts;
    private final int[] rights;
    private final int[] features;
    private final int[] missing;
    private final float[] conditions;
    private final float[] covers;

    Tree(JsonNode tree) {
      lefts = ints(tree.path("left_children"));
      rights = ints(tree.path("right_children"));
      features = ints(tree.path("split_indices"));
      missing = ints(tree.path("default_left"));
      conditions = floats(tree.path("split_conditions"));
      covers = floats(tree.path("sum_hessian"));
    }

    private static int[] ints(JsonNode array) {
      int[] ints = new int[array.size()];
      Arrays.setAll(ints, i -> array.path(i).asInt());
      return ints;
    }

    private static float[] floats(JsonNode array) {
      float[] floats = new float[array.size()];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = Float.parseFloat(array.path(i).asText());
      }
      return floats;
    }
  }
}
