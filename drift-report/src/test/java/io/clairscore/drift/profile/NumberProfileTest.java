package io.clairscore.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.statistics.ValueCounts;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberProfileTest {
  private static final ColumnSpec DAYS = new ColumnSpec("DAYS", ColumnType.REAL, List.of(365243.0));
  private static final ProfileLimits SMALL = new ProfileLimits(4096, 10);

  @Test
  void countsEachKindOfRowApart() {
    NumberProfile profile =
        profile(3, -1, Double.NaN, 365243, 3, Double.NEGATIVE_INFINITY, 365243, 0.0, -0.0);

    assertThat(profile.rows()).isEqualTo(9);
    assertThat(profile.missing()).isEqualTo(1);
    assertThat(profile.infinite()).isEqualTo(1);
    assertThat(profile.sentinels()).isEqualTo(ValueCounts.ofAll(365243, 365243));
    assertThat(profile.values()).isEqualTo(ValueCounts.ofAll(-1, 0, 0, 3, 3));
    assertThat(profile.finite().total()).isEqualTo(7);
    assertThat(profile.relativeError()).isZero();
  }

  @Test
  void thePartsAddUpToTheWholeWhateverTheirOrder() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 20; round++) {
      double[] rows = rows(random, 3_000 + random.nextInt(30_000));
      NumberProfile whole = profile(rows);

      int first = random.nextInt(rows.length);
      int second = first + random.nextInt(rows.length - first);
      NumberProfile a = profile(Arrays.copyOfRange(rows, 0, first));
      NumberProfile b = profile(Arrays.copyOfRange(rows, first, second));
      NumberProfile c = profile(Arrays.copyOfRange(rows, second, rows.length));

      assertThat(a.plus(b).plus(c)).as("%d rows", rows.length).isEqualTo(whole);
      assertThat(c.plus(a.plus(b))).isEqualTo(whole);
      assertThat(b.plus(c).plus(a)).isEqualTo(whole);
    }
  }

  @Test
  void beyondItsLimitItSaysHowFarEachValueMayBeOff() {
    SplittableRandom random = new SplittableRandom(4);
    double[] rows = random.doubles(200_000, -9, 9).map(x -> x * x * x).toArray();

    NumberProfile profile = profile(rows);

    assertThat(profile.values().distinct()).isBetween(2049, 4096);
    assertThat(profile.values().total()).isEqualTo(rows.length);
    assertThat(profile.relativeError()).isBetween(1e-6, 0.01);
    Arrays.sort(rows);
    int row = 0;
    for (int i = 0; i < profile.values().distinct(); i++) {
      for (long n = 0; n < profile.values().count(i); n++) {
        double off = Math.abs(rows[row] - profile.values().value(i));
        assertThat(off)
            .as("value %s", rows[row])
            .isLessThanOrEqualTo(profile.relativeError() * Math.abs(rows[row]) * (1 + 1e-9));
        row++;
      }
    }
  }

  @Test
  void isExactUpToItsLimit() {
    double[] rows = new SplittableRandom(1).doubles(4096).toArray();

    assertThat(profile(rows).values()).isEqualTo(ValueCounts.ofAll(rows));
    assertThat(profile(rows).droppedBits()).isZero();
  }

  @Test
  void extremeNumbersKeepTheirOrder() {
    double[] extremes = {
      -Double.MAX_VALUE, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, Double.MAX_VALUE
    };
    for (int bits = 0; bits <= 52; bits++) {
      ValueCounts coarse = new Resolution(bits).of(ValueCounts.ofAll(extremes));
      assertThat(coarse.total()).isEqualTo(extremes.length);
      assertThat(coarse.distinct()).isGreaterThanOrEqualTo(5);
    }
    assertThat(new Resolution(40).of(ValueCounts.ofAll(0)).value(0)).isZero();
  }

  @Test
  void refusesToAddWhatIsNotOneColumn() {
    NumberProfile real = profile(1);
    NumberProfile integer =
        new NumberAccumulator(new ColumnSpec("DAYS", ColumnType.INTEGER), SMALL).profile();

    assertThatThrownBy(() -> real.plus(integer)).hasMessageContaining("not of one column");
    assertThatThrownBy(
            () -> new NumberAccumulator(new ColumnSpec("SEX", ColumnType.CATEGORY), SMALL))
        .hasMessageContaining("SEX");
  }

  private static double[] rows(SplittableRandom random, int rows) {
    double scale = Math.pow(10, random.nextInt(7) - 3);
    return random
        .doubles(rows, -1, 2)
        .map(x -> random.nextInt(20) == 0 ? Double.NaN : x * scale)
        .map(x -> random.nextInt(50) == 0 ? 365243 : x)
        .map(x -> random.nextInt(90) == 0 ? Double.POSITIVE_INFINITY : x)
        .map(x -> random.nextInt(9) == 0 ? (float) x : x)
        .toArray();
  }

  private static NumberProfile profile(double... rows) {
    NumberAccumulator accumulator = new NumberAccumulator(DAYS, SMALL);
    for (double row : rows) {
      accumulator.add(row);
    }
    return accumulator.profile();
  }
}
