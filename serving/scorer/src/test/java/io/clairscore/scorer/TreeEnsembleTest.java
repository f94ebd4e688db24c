package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TreeEnsembleTest {
  @SuppressWarnings("unused")
  private static final List<String> MODELS = GoldenModel.NAMES;

  @ParameterizedTest
  @FieldSource("MODELS")
  void givesTheMarginsOfXgboostBitForBit(String name) throws IOException {
    GoldenModel model = GoldenModel.of(name);
    TreeEnsemble trees = model.trees();

    assertThat(model.vectors()).hasSizeGreaterThan(100);
    for (GoldenModel.Vector vector : model.vectors()) {
      assertThat(trees.margin(vector.features()))
          .as("margin of %s", vector)
          .isEqualTo(vector.margin());
    }
  }

  @ParameterizedTest
  @FieldSource("MODELS")
  void agreesWithRecursionOverTheDocument(String name) throws IOException {
    GoldenModel model = GoldenModel.of(name);
    TreeEnsemble trees = model.trees();
    SlowTrees slow = new SlowTrees(model);
    SplittableRandom random = new SplittableRandom(1);

    for (int i = 0; i < 500; i++) {
      float[] features = GoldenModel.randomVector(random, trees.featureCount());
      assertThat(trees.margin(features)).isEqualTo(slow.margin(features));
    }
  }

  /** The C library's logf is not correctly rounded; it decides the last bit of a base margin. */
  @Test
  void startsAtMostOneFloatStepFromWhereXgboostStarts() throws IOException {
    int equal = 0;
    List<String> lines = GoldenModel.lines("base_margins.tsv");
    for (String line : lines) {
      String[] cells = line.split("\t");
      float expected = Float.parseFloat(cells[1]);
      float found = ModelReader.baseMargin(cells[0]);
      assertThat(found).as(line).isBetween(Math.nextDown(expected), Math.nextUp(expected));
      equal += found == expected ? 1 : 0;
    }
    assertThat(lines).hasSizeGreaterThan(400);
    assertThat(equal).isGreaterThanOrEqualTo(lines.size() - 8);
  }

  @Test
  void saysHowManyTreesAndFeaturesItHas() throws IOException {
    TreeEnsemble trees = GoldenModel.of("deep").trees();

    assertThat(trees.treeCount()).isEqualTo(4);
    assertThat(trees.featureCount()).isEqualTo(3);
  }

  @Test
  void refusesAVectorOfAnotherLength() throws IOException {
    TreeEnsemble trees = GoldenModel.of("deep").trees();

    assertThatThrownBy(() -> trees.margin(new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 4 values, the model reads 3");
  }

  @Test
  void readsTheSameModelFromAFile(@TempDir Path folder) throws IOException {
    GoldenModel model = GoldenModel.of("small");
    Path file = Files.write(folder.resolve("model.json"), model.json());
    float[] features = model.vectors().get(0).features();

    assertThat(TreeEnsemble.read(file).margin(features)).isEqualTo(model.vectors().get(0).margin());
  }
}
