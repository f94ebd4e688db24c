package io.clairscore.drift.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The definitions, word for word and row by row. */
final class SlowStatistics {
  private SlowStatistics() {}

  /** The share of rows up to a value. */
  static double distribution(double[] rows, double value) {
    return (double) Arrays.stream(rows).filter(x -> x <= value).count() / rows.length;
  }

  static double kolmogorovSmirnov(double[] left, double[] right) {
    return DoubleStream.concat(Arrays.stream(left), Arrays.stream(right))
        .map(x -> Math.abs(distribution(left, x) - distribution(right, x)))
        .max()
        .orElseThrow();
  }

  /** The area between the quantile functions, both samples repeated to one common size. */
  static double wasserstein(double[] left, double[] right) {
    double[] a = repeated(left, right.length);
    double[] b = repeated(right, left.length);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  /** The share of all ways to merge two samples without ties that lead at least this far apart. */
  static double kolmogorovSmirnovP(double distance, int n, int m) {
    long[] paths = countPaths(0, 0, n, m, distance, false);
    return (double) paths[0] / paths[1];
  }

  private static long[] countPaths(int i, int j, int n, int m, double distance, boolean left) {
    boolean far = left || Math.abs((double) i / n - (double) j / m) >= distance - 1e-12;
    if (i == n && j == m) {
      return new long[] {far ? 1 : 0, 1};
    }
    long[] sum = new long[2];
    if (i < n) {
      add(sum, countPaths(i + 1, j, n, m, distance, far));
    }
    if (j < m) {
      add(sum, countPaths(i, j + 1, n, m, distance, far));
    }
    return sum;
  }

  private static void add(long[] sum, long[] more) {
    sum[0] += more[0];
    sum[1] += more[1];
  }

  private static double[] repeated(double[] rows, int times) {
    return Arrays.stream(rows)
        .sorted()
        .flatMap(x -> DoubleStream.generate(() -> x).limit(times))
        .toArray();
  }
}
