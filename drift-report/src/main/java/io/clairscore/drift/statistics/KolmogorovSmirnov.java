package io.clairscore.drift.statistics;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The two-sample Kolmogorov-Smirnov test, two-sided, right under ties.
 *
 * <p>As SciPy's {@code ks_2samp} does by default, the p-value is exact while no sample has more
 * than 10,000 rows, and beyond that it is that of a one-sample test of size nm / (n + m).
 * commons-math's own test is not used: it jitters ties, and its exact p-value is NaN from about
 * 1,030 rows on.
 */
public final class KolmogorovSmirnov {
  private static final long MOST_ROWS_FOR_EXACT = 10_000;

  /** Where the limit says less than this, it is as right as a difference from 1 could be. */
  private static final double TAIL = 1e-12;

  /**
   * Where D·√n is below this, p is 1 to 12 digits: Kolmogorov's distribution is 5e-13 here. The
   * series of commons-math do not converge much below.
   */
  private static final double LEAST_DISTANCE = 0.2;

  private KolmogorovSmirnov() {}

  /** The largest distance between the distribution functions, NaN if a sample is empty. */
  public static double statistic(ValueCounts reference, ValueCounts current) {
    if (reference.isEmpty() || current.isEmpty()) {
      return Double.NaN;
    }
    DistributionWalk walk = new DistributionWalk(reference, current);
    double largest = 0;
    while (walk.advance()) {
      largest = Math.max(largest, Math.abs(walk.gap()));
    }
    return largest;
  }

  public static TestResult test(ValueCounts reference, ValueCounts current) {
    double statistic = statistic(reference, current);
    return Double.isNaN(statistic)
        ? TestResult.NOT_COMPUTABLE
        : new TestResult(statistic, pValue(statistic, reference.total(), current.total()));
  }

  /** The probability of at least this distance between samples of one continuous distribution. */
  public static double pValue(double distance, long n, long m) {
    double limit = limiting(distance, n, m);
    if (limit < TAIL) {
      return limit;
    }
    return Math.max(n, m) <= MOST_ROWS_FOR_EXACT
        ? exact(distance, (int) n, (int) m)
        : asymptotic(distance, n, m);
  }

  /**
   * The share of all orders of the two samples whose distance is at least this: 1 less the
   * probability that a random path from (0, 0) to (n, m) stays strictly within the distance.
   *
   * <p>Each cell holds the probability that the path comes through it without having left the band,
   * so nothing under- or overflows, unlike counts of paths; and only the band is walked.
   */
  static double exact(double distance, int n, int m) {
    // The distance is a multiple of 1/(nm); in integers, no rounding can move the band.
    long band = Math.round(distance * n * m);
    if (band == 0) {
      return 1;
    }
    double[] inverses = new double[n + m + 1];
    for (int left = 1; left <= n + m; left++) {
      inverses[left] = 1.0 / left;
    }
    double[] through = new double[m + 1];
    for (int i = 0; i <= n; i++) {
      long centre = (long) i * m;
      int from = (int) Math.max(0, Math.floorDiv(centre - band, n) + 1);
      int to = (int) Math.min(m, Math.floorDiv(centre + band - 1, n));
      if (from > 0) {
        through[from - 1] = 0;
      } else {
        through[0] = i == 0 ? 1 : through[0] * (n - i + 1) * inverses[n + m - i + 1];
      }
      // Nothing was above the band of the row before, and before the first row there is nothing.
      for (int j = Math.max(from, 1); j <= to; j++) {
        through[j] =
            (through[j] * (n - i + 1) + through[j - 1] * (m - j + 1)) * inverses[n + m - i - j + 1];
      }
    }
    return Math.min(1, Math.max(0, 1 - through[m]));
  }

  /** The tail of the one-sample distribution of size nm / (n + m), by commons-math (Pelz, Good). */
  static double asymptotic(double distance, long n, long m) {
    double size = (double) n * m / (n + m);
    if (distance * Math.sqrt(size) < LEAST_DISTANCE) {
      return 1;
    }
    int rounded = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.rint(size)));
    double tail = 1 - new KolmogorovSmirnovTest().cdf(distance, rounded);
    return Math.min(1, Math.max(0, tail));
  }

  /** The tail of Kolmogorov's limiting distribution, accurate far below 1e-16. */
  static double limiting(double distance, long n, long m) {
    double size = (double) n * m / (n + m);
    double exponent = -2 * size * distance * distance;
    if (-exponent < 0.05) {
      // The series converges slowly here, and the tail is 1 to 15 digits.
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= 100; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(exponent * k * k);
    }
    return Math.min(1, Math.max(0, sum));
  }
}
