package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {
  private Bundle bundle;
  private Scorer scorer;

  @BeforeEach
  void loadABundle(@TempDir Path parent) throws IOException {
    bundle = BundleParts.small().write(parent.resolve("v1"));
    scorer = Scorer.of(bundle);
  }

  @Test
  void saysTheSameThingOfAMarginInEveryForm() {
    Manifest manifest = bundle.manifest();
    for (GoldenRow row : bundle.golden()) {
      Score score = scorer.score(row.features());

      assertThat(score.margin()).isEqualTo(row.margin());
      assertThat(score.probability()).isEqualTo(row.probability());
      assertThat(score.points()).isEqualTo(manifest.points().of(row.margin()));
      assertThat(score.level()).isEqualTo(manifest.levels().of(row.margin()));
      assertThat(score.decision())
          .isEqualTo(row.margin() >= -2.1 ? Decision.REFUSED : Decision.ACCEPTED);
      assertThat(score.toReview()).isEqualTo(Math.abs(row.margin() + 2.1) <= 0.05);
    }
  }

  @Test
  void meetsEveryDecisionAmongTheGoldenRows() {
    List<Score> scores = bundle.golden().stream().map(row -> scorer.score(row.features())).toList();

    assertThat(scores).extracting(Score::decision).contains(Decision.values());
    assertThat(scores).extracting(Score::toReview).contains(true, false);
  }

  @Test
  void decidesByMarginWhereTheCalibrationTies() {
    Calibration flat = new Isotonic(new double[] {-9, 9}, new double[] {0.1, 0.1});
    List<GoldenRow> golden =
        bundle.golden().stream()
            .map(row -> GoldenRow.of(row.features(), row.margin(), row.contributions(), flat))
            .toList();
    Scorer tied =
        Scorer.of(
            new Bundle(BundleParts.manifest(flat), bundle.trees(), golden, bundle.reference()));

    for (GoldenRow row : golden) {
      assertThat(tied.score(row.features()).probability()).isEqualTo(0.1);
      assertThat(tied.score(row.features()).decision())
          .isEqualTo(scorer.score(row.features()).decision());
    }
  }

  @Test
  void explainsTheMarginItScores() {
    for (GoldenRow row : bundle.golden()) {
      double[] contributions = scorer.contributions(row.features());

      assertThat(contributions).hasSize(9);
      assertThat(Arrays.stream(contributions).sum())
          .isCloseTo(scorer.score(row.features()).margin(), offset(2e-6));
    }
  }

  @Test
  void refusesAnInfiniteValueAndSaysWhere() {
    float[] features = bundle.golden().get(0).features();
    features[5] = Float.NEGATIVE_INFINITY;

    assertThatThrownBy(() -> scorer.score(features))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position 5 is -Infinity");
    assertThatThrownBy(() -> scorer.contributions(features))
        .hasMessageContaining("position 5 is -Infinity");
  }

  @Test
  void scoresAlikeAfterTheJourneyToAWorker() throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(scorer);
    }
    Scorer arrived;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      arrived = (Scorer) in.readObject();
    }

    for (GoldenRow row : bundle.golden()) {
      assertThat(arrived.score(row.features())).isEqualTo(scorer.score(row.features()));
      assertThat(arrived.contributions(row.features()))
          .isEqualTo(scorer.contributions(row.features()));
    }
  }

  @Test
  void scoresAlikeInManyThreads() {
    List<float[]> vectors = bundle.golden().stream().map(GoldenRow::features).toList();
    List<Score> alone = vectors.stream().map(scorer::score).toList();
    List<double[]> explained = vectors.stream().map(scorer::contributions).toList();

    List<Integer> different =
        IntStream.range(0, 3_000)
            .parallel()
            .mapToObj(i -> i % vectors.size())
            .filter(
                i ->
                    !scorer.score(vectors.get(i)).equals(alone.get(i))
                        || !Arrays.equals(scorer.contributions(vectors.get(i)), explained.get(i)))
            .toList();

    assertThat(different).isEmpty();
  }
}
