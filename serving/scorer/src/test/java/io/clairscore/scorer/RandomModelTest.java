package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Margins and contributions against their oracles, on trees of every shape. */
class RandomModelTest {
  private static final int ROWS = 20;

  static Stream<RandomModel> shapes() {
    return Stream.of(
        new RandomModel(1, 3, 0.5),
        new RandomModel(2, 7, 0.6),
        new RandomModel(5, 6, 0.9),
        new RandomModel(7, 8, 0.4),
        new RandomModel(4, 40, 0.02),
        new RandomModel(6, EnsembleLayout.MAX_DEPTH, 0));
  }

  static Stream<RandomModel> wideShapes() {
    return Stream.of(
        new RandomModel(30, 6, 1),
        new RandomModel(40, 9, 0.7),
        new RandomModel(300, 13, 0.3),
        new RandomModel(20, 20, 0.1));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void marginsAreThoseOfRecursionOverTheDocument(RandomModel shape) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    // From one tree to nine: walks of four at a time, and what remains.
    for (int trees = 1; trees <= 9; trees++) {
      GoldenModel model = shape.of(trees, random);
      TreeEnsemble ensemble = model.trees();
      SlowTrees slow = new SlowTrees(model);
      for (int i = 0; i < ROWS; i++) {
        float[] features = shape.vector(random);
        assertThat(ensemble.margin(features))
            .as("margin of %s", Arrays.toString(features))
            .isEqualTo(slow.margin(features));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void contributionsAreTheShapleyValuesByDefinition(RandomModel shape) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (int trees = 1; trees <= 4; trees++) {
      GoldenModel model = shape.of(trees, random);
      Contributions contributions = Contributions.of(model.trees());
      SlowTrees slow = new SlowTrees(model);
      for (int i = 0; i < ROWS; i++) {
        float[] features = shape.vector(random);
        assertThat(contributions.explain(features))
            .as("contributions of %s", Arrays.toString(features))
            .containsExactly(slow.contributions(features), offset(1e-9));
      }
    }
  }

  @ParameterizedTest
  @MethodSource({"shapes", "wideShapes"})
  void contributionsAreTheShapleyValuesLeafByLeaf(RandomModel shape) throws IOException {
    SplittableRandom random = new SplittableRandom(6);
    TreeEnsemble trees = shape.of(3, random).trees();
    Contributions contributions = Contributions.of(trees);
    for (int i = 0; i < 3; i++) {
      float[] features = shape.vector(random);
      assertThat(contributions.explain(features))
          .as("contributions of %s", Arrays.toString(features))
          .containsExactly(SlowContributions.bySubsets(trees, features), offset(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource({"shapes", "wideShapes"})
  void contributionsAreThoseOfTheClassicAlgorithm(RandomModel shape) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    TreeEnsemble trees = shape.of(5, random).trees();
    Contributions contributions = Contributions.of(trees);
    for (int i = 0; i < ROWS; i++) {
      float[] features = shape.vector(random);
      double[] classic = SlowContributions.classic(trees, features);
      classic[shape.columns()] = contributions.explain(features)[shape.columns()];
      assertThat(contributions.explain(features))
          .as("contributions of %s", Arrays.toString(features))
          .containsExactly(classic, offset(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource({"shapes", "wideShapes"})
  void contributionsAddUpToTheMargin(RandomModel shape) throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    TreeEnsemble trees = shape.of(5, random).trees();
    Contributions contributions = Contributions.of(trees);
    for (int i = 0; i < ROWS; i++) {
      float[] features = shape.vector(random);
      double sum = Arrays.stream(contributions.explain(features)).sum();
      assertThat(sum).isCloseTo(SlowContributions.exactMargin(trees, features), offset(1e-9));
      assertThat(sum).isCloseTo(trees.margin(features), offset(2e-6));
    }
  }
}
