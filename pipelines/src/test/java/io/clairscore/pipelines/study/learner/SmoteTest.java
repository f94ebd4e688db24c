package io.clairscore.pipelines.study.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoteTest {
  private static final int NEIGHBOURS = 4;
  private final ClientMatrix defaulted = Matrices.random(300, 7).defaulted();
  private final Smote smote = Smote.of(defaulted, NEIGHBOURS, 11);

  /** Scaled distance, a missing value standing at the mean. */
  private double distance(int a, int b) {
    double sum = 0;
    for (int feature = 0; feature < 3; feature++) {
      float[] known = defaulted.known(feature);
      double mean =
          IntStream.range(0, known.length).mapToDouble(i -> known[i]).average().orElseThrow();
      double variance =
          IntStream.range(0, known.length)
              .mapToDouble(i -> (known[i] - mean) * (known[i] - mean))
              .average()
              .orElseThrow();
      float first = defaulted.rows()[a][feature];
      float second = defaulted.rows()[b][feature];
      double gap = (Float.isNaN(first) ? mean : first) - (Float.isNaN(second) ? mean : second);
      sum += gap * gap / variance;
    }
    return sum;
  }

  @Test
  void findsTheNeighboursASlowSortFinds() {
    for (int i = 0; i < defaulted.size(); i++) {
      int of = i;
      double[] slow =
          IntStream.range(0, defaulted.size())
              .filter(other -> other != of)
              .mapToDouble(other -> distance(of, other))
              .sorted()
              .limit(NEIGHBOURS)
              .toArray();
      for (int n = 0; n < NEIGHBOURS; n++) {
        assertThat(distance(of, smote.neighbours()[of][n])).isCloseTo(slow[n], within(1e-4));
      }
    }
  }

  @Test
  void putsNewDefaultsBetweenADefaultAndOneOfItsNeighbours() {
    for (long number = 0; number < 1000; number++) {
      float[] vector = smote.vector(number);
      int first = (int) (number % defaulted.size());
      boolean between =
          IntStream.of(smote.neighbours()[first])
              .anyMatch(other -> between(vector, defaulted.rows()[first], defaulted.rows()[other]));
      assertThat(between).as("new default %d", number).isTrue();
      assertThat(smote.vector(number)).isEqualTo(vector);
    }
  }

  /** Whether one way along the segment explains every feature that both ends know. */
  private static boolean between(float[] vector, float[] start, float[] end) {
    int widest = -1;
    for (int i = 0; i < vector.length; i++) {
      double gap = Math.abs((double) end[i] - start[i]);
      if (gap > 0 && (widest < 0 || gap > Math.abs((double) end[widest] - start[widest]))) {
        widest = i;
      }
    }
    double way =
        widest < 0
            ? 0
            : ((double) vector[widest] - start[widest]) / ((double) end[widest] - start[widest]);
    boolean on = way > -1e-6 && way < 1 + 1e-6;
    for (int i = 0; i < vector.length; i++) {
      boolean known = !Float.isNaN(start[i]) && !Float.isNaN(end[i]);
      on &=
          known
              ? Math.abs(start[i] + way * ((double) end[i] - start[i]) - vector[i]) < 1e-5
              : Float.compare(vector[i], start[i]) == 0;
    }
    return on;
  }

  @Test
  void repeatsALonelyDefault() {
    ClientMatrix lonely =
        new ClientMatrix(new int[] {1}, new int[] {1}, new float[][] {{1, Float.NaN}});
    Smote alone = Smote.of(lonely, NEIGHBOURS, 1);
    assertThat(alone.vector(0)).isEqualTo(new float[] {1, Float.NaN});
    assertThat(alone.neighbours()[0]).isEmpty();
  }

  @Test
  void ordersNeighboursTheNearestFirst() {
    for (int i = 0; i < defaulted.size(); i++) {
      int of = i;
      assertThat(IntStream.of(smote.neighbours()[i]).boxed().toList())
          .isSortedAccordingTo(
              Comparator.comparingDouble(other -> Math.round(1e4 * distance(of, other))));
    }
  }
}
