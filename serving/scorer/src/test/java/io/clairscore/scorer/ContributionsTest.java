package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ContributionsTest {
  @SuppressWarnings("unused")
  private static final List<String> MODELS = GoldenModel.NAMES;

  @ParameterizedTest
  @FieldSource("MODELS")
  void areThoseOfXgboost(String name) throws IOException {
    GoldenModel model = GoldenModel.of(name);
    Contributions contributions = Contributions.of(model.trees());

    int compared = 0;
    for (GoldenModel.Vector vector : model.vectors()) {
      if (vector.contributions().length > 0) {
        assertThat(contributions.explain(vector.features()))
            .as("contributions of %s", Arrays.toString(vector.features()))
            .containsExactly(vector.contributions(), offset(1e-5));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void areTheShapleyValuesByDefinition(String name) throws IOException {
    GoldenModel model = GoldenModel.of(name);
    Contributions contributions = Contributions.of(model.trees());
    SlowTrees slow = new SlowTrees(model);
    SplittableRandom random = new SplittableRandom(2);

    for (int i = 0; i < 10; i++) {
      float[] features = GoldenModel.randomVector(random, model.trees().featureCount());
      assertThat(contributions.explain(features))
          .as("contributions of %s", Arrays.toString(features))
          .containsExactly(slow.contributions(features), offset(1e-9));
    }
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void addUpToTheMargin(String name) throws IOException {
    GoldenModel model = GoldenModel.of(name);
    Contributions contributions = Contributions.of(model.trees());

    for (GoldenModel.Vector vector : model.vectors()) {
      double sum = Arrays.stream(contributions.explain(vector.features())).sum();
      assertThat(sum).isCloseTo(vector.margin(), offset(2e-6));
    }
  }

  /** A branch of which every hessian rounded to nothing is legal, and divides nothing by zero. */
  @Test
  void areTheShapleyValuesWhereNoTrainingRowWent() throws IOException {
    GoldenModel model = GoldenModel.of("deep");
    ObjectNode document = model.document();
    for (JsonNode tree : document.at("/learner/gradient_booster/model/trees")) {
      ArrayNode covers = (ArrayNode) tree.path("sum_hessian");
      for (int node = 0; node < covers.size(); node++) {
        if (tree.path("left_children").path(node).asInt() == -1 && node % 3 == 0) {
          covers.set(node, 0);
        }
      }
    }
    byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
    GoldenModel hollow = new GoldenModel(json, model.vectors());
    Contributions contributions = Contributions.of(hollow.trees());
    SlowTrees slow = new SlowTrees(hollow);

    for (GoldenModel.Vector vector : hollow.vectors()) {
      assertThat(contributions.explain(vector.features()))
          .containsExactly(slow.contributions(vector.features()), offset(1e-9));
    }
  }

  /** Only the leaf at the end of 64 equal splits has a value: the features share it equally. */
  @Test
  void areEqualForFeaturesOfEqualStanding() throws IOException {
    int depth = EnsembleLayout.MAX_DEPTH;
    Contributions contributions = Contributions.of(chain(depth));
    float[] follows = new float[depth];
    double[] explained = contributions.explain(follows);

    double mean = -2 * Math.pow(0.5, depth);
    double each = (-2 - mean) / depth;
    for (int feature = 0; feature < depth; feature++) {
      assertThat(explained[feature]).isCloseTo(each, offset(1e-15));
    }
  }

  /** A tree that goes on to the left at threshold 1 with every second row. */
  private static TreeEnsemble chain(int depth) throws IOException {
    ObjectNode document = GoldenModel.of("small").document();
    ObjectNode model = (ObjectNode) document.at("/learner/gradient_booster/model");
    ((ObjectNode) document.at("/learner/learner_model_param")).put("num_feature", depth);
    ((ObjectNode) model.path("gbtree_model_param")).put("num_trees", 1);
    model.putArray("tree_info").add(0);
    ObjectNode tree = model.putArray("trees").addObject();
    int nodes = 2 * depth + 1;
    tree.putObject("tree_param")
        .put("num_nodes", nodes)
        .put("num_deleted", 0)
        .put("num_feature", depth)
        .put("size_leaf_vector", 1);
    for (int node = 0; node < nodes; node++) {
      boolean splits = node % 2 == 0 && node < 2 * depth;
      boolean end = node == 2 * depth;
      double cover = Math.pow(0.5, (node + 1) / 2);
      tree.withArray("left_children").add(splits ? node + 2 : -1);
      tree.withArray("right_children").add(splits ? node + 1 : -1);
      tree.withArray("split_indices").add(splits ? node / 2 : 0);
      tree.withArray("split_conditions").add(splits ? 1 : end ? -2 : 0);
      tree.withArray("split_type").add(0);
      tree.withArray("default_left").add(0);
      tree.withArray("sum_hessian").add((float) cover);
    }
    return TreeEnsemble.read(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0} distinct features on a path take {1} walks")
  @CsvSource({"0, 0", "1, 1", "6, 1", "7, 2", "12, 2", "13, 3", "64, 11"})
  void takeNoMoreWalksThanTheyNeed(int features, int walks) {
    assertThat(ShapTree.walks(features)).isEqualTo(walks);
  }

  /** What is prepared for speed stays at home. */
  @Test
  void travelAsSmallAsTheirTrees() throws Exception {
    TreeEnsemble trees = GoldenModel.of("small").trees();
    Contributions contributions = Contributions.of(trees);

    byte[] sent = serialized(contributions);
    assertThat(sent.length).isLessThan(serialized(trees).length + 200);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent))) {
      float[] features = GoldenModel.of("small").vectors().get(0).features();
      assertThat(((Contributions) in.readObject()).explain(features))
          .isEqualTo(contributions.explain(features));
    }
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  @Test
  void refuseAVectorOfAnotherLength() throws IOException {
    Contributions contributions = Contributions.of(GoldenModel.of("deep").trees());

    assertThatThrownBy(() -> contributions.explain(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 2 values, the model reads 3");
  }
}
