package io.clairscore.drift.statistics;

import org.apache.commons.math3.special.Erf;

/** The test of two proportions with a pooled variance, two-sided. */
public final class TwoProportions {
  private TwoProportions() {}

  /**
   * Compares a proportion of the reference with the current one.
   *
   * @param hits how many rows of the reference have the property, of how many
   * @param currentHits the same of the current rows
   * @return positive if the reference has the larger proportion; statistic 0 and p 1 where nobody
   *     or everybody has the property
   */
  public static TestResult z(long hits, long rows, long currentHits, long currentRows) {
    if (rows == 0 || currentRows == 0) {
      return TestResult.NOT_COMPUTABLE;
    }
    double pooled = (double) (hits + currentHits) / (rows + currentRows);
    double variance = pooled * (1 - pooled) * (1.0 / rows + 1.0 / currentRows);
    double gap = (double) hits / rows - (double) currentHits / currentRows;
    double statistic = gap == 0 ? 0 : gap / Math.sqrt(variance);
    // Not 2·(1 − cdf), which is 0 from z = 8.3 on.
    return new TestResult(statistic, Erf.erfc(Math.abs(statistic) / Math.sqrt(2)));
  }
}
