package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Models of random trees, in shapes that training seldom gives. Thresholds and values of rows come
 * from the same few numbers, so that ties are common.
 *
 * @param columns features; few of them meet again on a path, with many that is rare
 * @param depth of every tree that is not a single leaf
 * @param bushiness chance that a node splits where the depth does not demand it: 0 gives thin trees
 */
record RandomModel(int columns, int depth, double bushiness) {
  private static final float[] NUMBERS = {-2f, -0.5f, -0f, 0f, 0.25f, 1f, 3f};

  GoldenModel of(int trees, RandomGenerator random) throws IOException {
    ObjectNode document = GoldenModel.of("small").document();
    ObjectNode learner = (ObjectNode) document.path("learner");
    ObjectNode model = (ObjectNode) learner.at("/gradient_booster/model");
    ((ObjectNode) learner.path("learner_model_param")).put("num_feature", columns);
    ((ObjectNode) model.path("gbtree_model_param")).put("num_trees", trees);
    ArrayNode documents = model.putArray("trees");
    ArrayNode groups = model.putArray("tree_info");
    for (int t = 0; t < trees; t++) {
      boolean single = random.nextInt(8) == 0;
      documents.add(new Tree(random).grown(single ? 0 : depth));
      groups.add(0);
    }
    return new GoldenModel(document.toString().getBytes(StandardCharsets.UTF_8), List.of());
  }

  float[] vector(RandomGenerator random) {
    float[] features = new float[columns];
    for (int i = 0; i < columns; i++) {
      features[i] = random.nextInt(4) == 0 ? Float.NaN : number(random);
    }
    return features;
  }

  private static float number(RandomGenerator random) {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  /** A tree under construction, its arrays in the order in which nodes are entered. */
  private final class Tree {
    private final RandomGenerator random;
    private final ObjectNode tree = Bundle.MAPPER.createObjectNode();
    private final ArrayNode lefts = tree.putArray("left_children");
    private final ArrayNode rights = tree.putArray("right_children");
    private final ArrayNode features = tree.putArray("split_indices");
    private final ArrayNode conditions = tree.putArray("split_conditions");
    private final ArrayNode types = tree.putArray("split_type");
    private final ArrayNode missing = tree.putArray("default_left");
    private final ArrayNode covers = tree.putArray("sum_hessian");

    Tree(RandomGenerator random) {
      this.random = random;
    }

    ObjectNode grown(int height) {
      grow(height);
      tree.putObject("tree_param")
          .put("num_nodes", lefts.size())
          .put("num_deleted", 0)
          .put("num_feature", columns)
          .put("size_leaf_vector", 1);
      return tree;
    }

    /** Adds a node with everything below it, and returns its cover. */
    private float grow(int height) {
      int node = lefts.size();
      lefts.add(-1);
      rights.add(-1);
      features.add(random.nextInt(columns));
      conditions.add(height == 0 ? (float) random.nextGaussian() : number(random));
      types.add(0);
      missing.add(random.nextInt(2));
      covers.add(0);
      float cover = random.nextInt(10) == 0 ? 0 : random.nextFloat();
      if (height > 0) {
        boolean tallLeft = random.nextBoolean();
        int other = random.nextDouble() < bushiness ? height - 1 : 0;
        lefts.set(node, lefts.size());
        float left = grow(tallLeft ? height - 1 : other);
        rights.set(node, lefts.size());
        float right = grow(tallLeft ? other : height - 1);
        cover = left + right;
        if (cover == 0) {
          // Two leaves that no training row reached: a split must have been reached.
          cover = 1;
          covers.set(lefts.path(node).asInt(), 1);
        }
      }
      covers.set(node, cover);
      return cover;
    }
  }
}
