package io.clairscore.drift.statistics;

/**
 * What a statistical test says.
 *
 * @param statistic NaN if the test cannot be computed
 * @param pValue from 0 to 1, NaN if the test cannot be computed
 */
public record TestResult(double statistic, double pValue) {
  /** The result of a test that cannot be computed. */
  public static final TestResult NOT_COMPUTABLE = new TestResult(Double.NaN, Double.NaN);

  public TestResult {
    if (pValue < 0 || pValue > 1) {
      throw new IllegalArgumentException("A p-value of " + pValue);
    }
  }
}
