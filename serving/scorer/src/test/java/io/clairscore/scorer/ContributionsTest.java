package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
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

  @Test
  void refuseAVectorOfAnotherLength() throws IOException {
    Contributions contributions = Contributions.of(GoldenModel.of("deep").trees());

    assertThatThrownBy(() -> contributions.explain(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has 2 values, the model reads 3");
  }
}
