package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void refuseAVectorOfAnotherLength() throws IOException {
    Contributions contributions = Contributions.of(GoldenModel.of("deep").trees());

    assertThatThrownBy(() -> contributions.explain(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has 2 values, the model reads 3");
  }
}
