package io.clairscore.pipelines.study.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private final ClientMatrix clients = Matrices.random(900, 6);

  private List<WeightsOfEvidence> all() {
    return IntStream.range(0, clients.width())
        .mapToObj(feature -> WeightsOfEvidence.of(clients, feature, 5))
        .toList();
  }

  @Test
  void standardisesWhatItWasFittedOn() {
    Preparation preparation = Preparation.of(clients, all());
    // Three features vary, one of them with missing values; the constant and the empty one leave.
    assertThat(preparation.width()).isEqualTo(4);
    double[][] prepared =
        Arrays.stream(clients.rows()).map(preparation::apply).toArray(double[][]::new);
    for (int column = 0; column < preparation.width(); column++) {
      int at = column;
      double mean = Arrays.stream(prepared).mapToDouble(row -> row[at]).average().orElseThrow();
      double square =
          Arrays.stream(prepared).mapToDouble(row -> row[at] * row[at]).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(1e-9));
      assertThat(square).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void putsTheMedianWhereAValueIsMissing() {
    Preparation preparation = Preparation.of(clients, all());
    float[] known = clients.known(0);
    float median = known[(known.length - 1) / 2];
    double[] missing = preparation.apply(new float[] {Float.NaN, 1, 0, 7, Float.NaN});
    double[] atMedian = preparation.apply(new float[] {median, 1, 0, 7, Float.NaN});
    assertThat(missing[0]).isEqualTo(atMedian[0]);
    assertThat(missing[3]).isGreaterThan(atMedian[3]);
  }

  @Test
  void boundsValuesFarOutsideWhatItSaw() {
    Preparation preparation = Preparation.of(clients, all());
    double[] far = preparation.apply(new float[] {1e30f, 1, -1e30f, 7, 3});
    assertThat(far[0]).isBetween(0.0, 4.0);
    assertThat(far[2]).isBetween(-4.0, 0.0);
  }
}
