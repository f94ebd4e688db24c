package io.clairscore.pipelines.study.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  @Test
  void fewValuesHaveAnIntervalEach() {
    Intervals intervals = Intervals.of(new float[] {0, 0, 0, 1, 1, 5}, 4);
    assertThat(intervals.upTo()).containsExactly(0, 1, 5);
    assertThat(intervals.middle()).containsExactly(0, 1, 5);
    assertThat(intervals.of(0)).isZero();
    assertThat(intervals.of(5)).isEqualTo(2);
    assertThat(intervals.of(Float.NaN)).isEqualTo(3);
    assertThat(intervals.from()).containsExactly(0, 1, 5);
  }

  @Test
  void manyValuesAreDividedIntoEqualParts() {
    float[] known = new float[1000];
    for (int i = 0; i < known.length; i++) {
      known[i] = i;
    }
    Intervals intervals = Intervals.of(known, 10);
    int[] counts = new int[10];
    for (float value : known) {
      counts[intervals.of(value)]++;
    }
    assertThat(counts).containsOnly(100);
    assertThat(intervals.middle()[3]).isEqualTo(349);
  }

  @Test
  void everyValueLiesInItsInterval() {
    Random random = new Random(5);
    float[] known = new float[500];
    for (int i = 0; i < known.length; i++) {
      known[i] = random.nextInt(40) * 0.25f;
    }
    Arrays.sort(known);
    Intervals intervals = Intervals.of(known, 7);
    assertThat(intervals.size()).isBetween(2, 7);
    for (float value : known) {
      int at = intervals.of(value);
      assertThat(value).isLessThanOrEqualTo(intervals.upTo()[at]);
      assertThat(value).isGreaterThanOrEqualTo(intervals.from()[at]);
      assertThat(at == 0 || value > intervals.upTo()[at - 1]).isTrue();
    }
  }

  @Test
  void aFeatureNobodyKnowsHasNone() {
    Intervals intervals = Intervals.of(new float[0], 5);
    assertThat(intervals.size()).isZero();
    assertThat(intervals.of(Float.NaN)).isZero();
  }
}
