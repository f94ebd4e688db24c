package io.clairscore.drift.statistics;

import org.apache.commons.math3.special.Gamma;

/**
 * Chi-square tests of two sides over the same cells. The p-value is the upper tail of the gamma
 * function itself, which commons-math's distribution would round to 0 beyond 1e-16.
 */
public final class ChiSquare {
  private static final int MOST_ITERATIONS = 100_000;

  private ChiSquare() {}

  /**
   * Evidently's form: the reference is taken as known, and the current counts are compared with
   * what it leads to expect. A cell only the current side has makes the statistic infinite and p 0.
   */
  public static TestResult goodnessOfFit(CellCounts cells) {
    if (cells.lacksASide()) {
      return TestResult.NOT_COMPUTABLE;
    }
    double scale = (double) cells.currentTotal() / cells.referenceTotal();
    double statistic = 0;
    for (int i = 0; i < cells.size(); i++) {
      double expected = cells.reference()[i] * scale;
      double miss = cells.current()[i] - expected;
      statistic += miss == 0 ? 0 : miss * miss / expected;
    }
    return new TestResult(statistic, tail(statistic, cells.size() - 1));
  }

  /** The test of homogeneity: both sides are samples. Empty cells do not count. */
  public static TestResult homogeneity(CellCounts cells) {
    if (cells.lacksASide()) {
      return TestResult.NOT_COMPUTABLE;
    }
    double share =
        (double) cells.referenceTotal() / (cells.referenceTotal() + cells.currentTotal());
    double statistic = 0;
    for (int i = 0; i < cells.size(); i++) {
      double rows = (double) cells.reference()[i] + cells.current()[i];
      statistic +=
          term(cells.reference()[i], rows * share) + term(cells.current()[i], rows * (1 - share));
    }
    return new TestResult(statistic, tail(statistic, cells.occupied() - 1));
  }

  private static double term(double observed, double expected) {
    double miss = observed - expected;
    return expected == 0 ? 0 : miss * miss / expected;
  }

  /** The probability of at least this statistic; 1 if there is only one cell. */
  private static double tail(double statistic, int degrees) {
    if (degrees < 1) {
      return 1;
    }
    if (Double.isInfinite(statistic)) {
      return 0;
    }
    double tail = Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2, 1e-15, MOST_ITERATIONS);
    return Math.min(1, Math.max(0, tail));
  }
}
