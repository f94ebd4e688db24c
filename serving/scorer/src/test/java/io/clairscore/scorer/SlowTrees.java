package io.clairscore.scorer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The slow, obvious reading of a model: recursion over the JSON document. Oracle of the walker and
 * of the contributions.
 */
final class SlowTrees {
  private final JsonNode trees;
  private final int columns;
  private final float baseMargin;

  SlowTrees(GoldenModel model) {
    JsonNode learner = model.document().path("learner");
    trees = learner.at("/gradient_booster/model/trees");
    columns = learner.at("/learner_model_param/num_feature").asInt();
    String base = learner.at("/learner_model_param/base_score").asText().replaceAll("[\\[\\]]", "");
    baseMargin = (float) -Math.log(1f / Float.parseFloat(base) - 1f);
  }

  float margin(float[] features) {
    float sum = baseMargin;
    for (JsonNode tree : trees) {
      sum += (float) expected(tree, 0, features, -1);
    }
    return sum;
  }

  /** The Shapley values by their definition, over all subsets of features; the bias is last. */
  double[] contributions(float[] features) {
    double[] worth = new double[1 << columns];
    for (int known = 0; known < worth.length; known++) {
      worth[known] = baseMargin;
      for (JsonNode tree : trees) {
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
  private static double expected(JsonNode tree, int node, float[] features, int known) {
    int left = tree.path("left_children").path(node).asInt();
    int right = tree.path("right_children").path(node).asInt();
    float condition = Float.parseFloat(tree.path("split_conditions").path(node).asText());
    if (left == -1) {
      return condition;
    }
    int feature = tree.path("split_indices").path(node).asInt();
    if ((known & 1 << feature) != 0) {
      float value = features[feature];
      boolean goesLeft =
          Float.isNaN(value)
              ? tree.path("default_left").path(node).asInt() == 1
              : value < condition;
      return expected(tree, goesLeft ? left : right, features, known);
    }
    return (expected(tree, left, features, known) * cover(tree, left)
            + expected(tree, right, features, known) * cover(tree, right))
        / cover(tree, node);
  }

  private static float cover(JsonNode tree, int node) {
    return Float.parseFloat(tree.path("sum_hessian").path(node).asText());
  }
}
