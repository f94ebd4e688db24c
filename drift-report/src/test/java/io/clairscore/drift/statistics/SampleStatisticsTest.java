package io.clairscore.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStatisticsTest {
  private static final int ROUNDS = 300;

  @Test
  void agreeWithTheirDefinitionsOnRandomSamplesWithTies() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < ROUNDS; round++) {
      double[] left = rows(random);
      double[] right = rows(random);
      ValueCounts reference = ValueCounts.ofAll(left);
      ValueCounts current = ValueCounts.ofAll(right);
      String rows = Arrays.toString(left) + " and " + Arrays.toString(right);

      assertThat(KolmogorovSmirnov.statistic(reference, current))
          .as(rows)
          .isCloseTo(SlowStatistics.kolmogorovSmirnov(left, right), within(1e-12));
      assertThat(Wasserstein.distance(reference, current))
          .as(rows)
          .isCloseTo(SlowStatistics.wasserstein(left, right), within(1e-9));
      assertThat(reference.mean())
          .isCloseTo(Arrays.stream(left).average().orElseThrow(), within(1e-9));
      assertThat(reference.plus(current)).isEqualTo(together(left, right));
    }
  }

  @Test
  void theExactPValueIsTheShareOfAllMergers() {
    for (int n = 1; n <= 7; n++) {
      for (int m = 1; m <= 8; m++) {
        for (int steps = 0; steps <= n * m; steps++) {
          double distance = (double) steps / (n * m);
          assertThat(KolmogorovSmirnov.exact(distance, n, m))
              .as("D %s of %d and %d rows", distance, n, m)
              .isCloseTo(SlowStatistics.kolmogorovSmirnovP(distance, n, m), within(1e-12));
        }
      }
    }
  }

  /** The exact and the asymptotic p-value of scipy.stats.ks_2samp, SciPy 1.17.1. */
  @ParameterizedTest
  @CsvSource({
    "300, 300, 0.1, 0.09956251966128941",
    "1000, 800, 0.03, 0.8073440291164815",
    "1000, 800, 0.05, 0.20958883963782687",
    "5000, 4000, 0.03, 0.03591541876016016",
    "5000, 4000, 0.05, 2.8832917303565617e-05",
    "20000, 15000, 0.01, 0.35577624429321764",
    "307511, 48744, 0.006, 0.09629174299469845",
  })
  void thePValueIsThatOfSciPy(long n, long m, double distance, double expected) {
    assertThat(KolmogorovSmirnov.pValue(distance, n, m)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void thePValueHoldsWhereCommonsMathDoesNot() {
    // From 1,030 rows on, commons-math's exact p-value is NaN.
    assertThat(KolmogorovSmirnov.exact(0.02, 10_000, 10_000))
        .isCloseTo(KolmogorovSmirnov.asymptotic(0.02, 10_000, 10_000), within(1e-3));
    // scipy says 7.4e-92.
    assertThat(KolmogorovSmirnov.pValue(0.05, 307_511, 48_744)).isBetween(1e-92, 1e-91);
    assertThat(KolmogorovSmirnov.pValue(1e-9, 307_511, 48_744)).isEqualTo(1);
    assertThat(KolmogorovSmirnov.pValue(0, 40_000, 40_000)).isEqualTo(1);
  }

  @Test
  void theKolmogorovSmirnovTestHasAPValueAtEveryDistanceOfLargeSamples() {
    for (long n : new long[] {10_001, 45_530, 307_511, 5_000_000}) {
      double last = 1;
      for (double scaled = 1e-6; scaled < 10; scaled *= 1.07) {
        double distance = Math.min(1, scaled / Math.sqrt(n / 2.0));
        double p = KolmogorovSmirnov.pValue(distance, n, n);
        assertThat(p)
            .as("rows " + n + ", scaled distance " + scaled)
            .isBetween(0.0, last + 1e-9)
            .isCloseTo(KolmogorovSmirnov.limiting(distance, n, n), within(5e-3));
        last = p;
      }
    }
  }

  @Test
  void farTailsAreNotRoundedToNothing() {
    // scipy.stats.chi2.sf(100, 1) and 2 * norm.sf(9).
    CellCounts far = new CellCounts(new long[] {50, 0}, new long[] {0, 50});
    assertThat(ChiSquare.homogeneity(far).statistic()).isEqualTo(100);
    assertThat(ChiSquare.homogeneity(far).pValue()).isBetween(1.5e-23, 1.6e-23);
    assertThat(TwoProportions.z(1000, 1000, 900, 1000).pValue()).isBetween(1e-24, 1e-23);
  }

  @Test
  void emptySamplesHaveNoStatistic() {
    ValueCounts some = ValueCounts.ofAll(1, 2);
    assertThat(KolmogorovSmirnov.test(ValueCounts.none(), some).pValue()).isNaN();
    assertThat(Wasserstein.normalised(some, ValueCounts.none())).isNaN();
    assertThat(TwoProportions.z(0, 0, 1, 2).pValue()).isNaN();
    assertThat(ValueCounts.none().quantile(0.5)).isNaN();
  }

  @Test
  void samplesRefuseWhatIsNoNumber() {
    assertThatThrownBy(() -> ValueCounts.ofAll(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValueCounts.of(new double[] {2, 1}, new long[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ValueCounts.of(new double[] {1}, new long[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ValueCounts.ofAll(-0.0, 0.0).distinct()).isEqualTo(1);
  }

  private static ValueCounts together(double[] left, double[] right) {
    double[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return ValueCounts.ofAll(all);
  }

  private static double[] rows(SplittableRandom random) {
    double grain = random.nextBoolean() ? 2 : 1000;
    return random
        .doubles(1 + random.nextInt(25), -5, 8)
        .map(x -> Math.rint(x * grain) / grain)
        .toArray();
  }
}
