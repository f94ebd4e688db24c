package io.clairscore.drift.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class CorrelationShiftTest {
  private static final int ROWS = 2000;
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

  /** Six columns, the first two correlated, a tenth of the numbers missing. */
  private static List<float[]> rows(int count, double correlation, Random random) {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      double shared = random.nextGaussian();
      float[] cells = new float[NAMES.size()];
      for (int i = 0; i < cells.length; i++) {
        double weight = i < 2 ? correlation : 0;
        double cell = Math.sqrt(weight) * shared + Math.sqrt(1 - weight) * random.nextGaussian();
        cells[i] = random.nextInt(10) == 0 ? Float.NaN : (float) Math.rint(20 * cell) + 0f;
      }
      rows.add(cells);
    }
    return rows;
  }

  private static CorrelationShift shift(List<float[]> before, List<float[]> after) {
    return CorrelationShift.of(NAMES, before, after, 0.15, 0.05);
  }

  @Test
  void aCorrelationThatGoesFromNoneToThreeTenthsIsFoundInNineOfTenRuns() {
    int found = 0;
    for (int run = 0; run < 200; run++) {
      Random random = new Random(run);
      CorrelationShift shift = shift(rows(ROWS, 0, random), rows(ROWS, 0.3, random));
      PairShift most = shift.pairs().get(0);
      found += shift.drifted() && most.first().equals("a") && most.second().equals("b") ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(180);
  }

  @Test
  void withoutChangeAtMostOneOfTwentyRunsFindsOne() {
    int found = 0;
    for (int run = 0; run < 200; run++) {
      Random random = new Random(1000 + run);
      // Few rows, where a correlation moves by chance as much as the limit.
      int count = run % 2 == 0 ? ROWS : 150;
      found += shift(rows(count, 0.3, random), rows(count, 0.3, random)).drifted() ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo(10);
  }

  @Test
  void correlationsAreThoseOfCommonsMath() {
    List<float[]> rows = rows(500, 0.6, new Random(3));
    List<float[]> whole =
        rows.stream().filter(row -> !Float.isNaN(row[0]) && !Float.isNaN(row[1])).toList();
    double[] one = whole.stream().mapToDouble(row -> row[0]).toArray();
    double[] other = whole.stream().mapToDouble(row -> row[1]).toArray();

    RankCorrelation correlation = RankCorrelation.of(rows, 0, 1);

    assertThat(correlation.rows()).isEqualTo(whole.size());
    assertThat(correlation.value())
        .isCloseTo(new SpearmansCorrelation().correlation(one, other), within(1e-12));
  }

  @Test
  void chanceIsAsOftenSmallAsItSays() {
    int small = 0;
    for (int run = 0; run < 400; run++) {
      Random random = new Random(run);
      double chance =
          RankCorrelation.of(rows(300, 0.5, random), 0, 1)
              .chanceOfChange(RankCorrelation.of(rows(200, 0.5, random), 0, 1));
      small += chance <= 0.1 ? 1 : 0;
    }
    assertThat(small).as("40 of 400").isBetween(25, 60);
  }

  @Test
  void columnsThatSayNothingAreLeftOut() {
    List<float[]> constant = List.of(new float[] {1, 2, Float.NaN});
    List<float[]> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new float[] {i, 1, i < 90 ? Float.NaN : i});
    }
    assertThat(CorrelationShift.of(List.of("a", "b", "c"), many, many, 0.1, 0.05).compared())
        .as("b is constant, c is known of ten rows")
        .isZero();
    assertThat(CorrelationShift.of(List.of("a", "b", "c"), constant, many, 0.1, 0.05).drifted())
        .isFalse();
  }
}
