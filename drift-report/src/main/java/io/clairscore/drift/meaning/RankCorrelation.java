package io.clairscore.drift.meaning;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * Spearman's rank correlation, ties at their mean rank.
 *
 * @param rows rows with both numbers
 * @param value NaN if a column is constant
 */
record RankCorrelation(int rows, double value) {
  private static final double NEARLY_ONE = 1 - 1e-12;

  /** Of two columns, over the rows that have both. */
  static RankCorrelation of(List<float[]> rows, int first, int second) {
    float[][] both =
        rows.stream()
            .filter(row -> !Float.isNaN(row[first]) && !Float.isNaN(row[second]))
            .map(row -> new float[] {row[first], row[second]})
            .toArray(float[][]::new);
    double[] one = ranks(both, 0);
    double[] other = ranks(both, 1);
    double middle = (both.length + 1) / 2.0;
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < both.length; i++) {
      product += (one[i] - middle) * (other[i] - middle);
      square += (one[i] - middle) * (one[i] - middle);
      otherSquare += (other[i] - middle) * (other[i] - middle);
    }
    return new RankCorrelation(both.length, product / Math.sqrt(square * otherSquare));
  }

  private static double[] ranks(float[][] rows, int column) {
    long[] order = new long[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) sortable(rows[i][column]) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    double[] ranks = new double[rows.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[(int) order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /** An integer in the order of the numbers; sorting boxed numbers took ten times as long. */
  private static int sortable(float number) {
    // A negative zero is a zero.
    int bits = Float.floatToIntBits(number + 0f);
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  boolean known(int fewest) {
    return rows >= fewest && !Double.isNaN(value);
  }

  /**
   * Two-sided p-value of no change: Fisher's transformation with the variance of Bonett and Wright
   * (Psychometrika 2000) for Spearman's correlation.
   */
  double chanceOfChange(RankCorrelation other) {
    double z = (transformed() - other.transformed()) / Math.sqrt(variance() + other.variance());
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  private double transformed() {
    double bounded = Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, value));
    return 0.5 * Math.log((1 + bounded) / (1 - bounded));
  }

  private double variance() {
    return (1 + value * value / 2) / (rows - 3);
  }
}
