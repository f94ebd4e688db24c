package io.clairscore.drift.statistics;

import java.util.Arrays;

/**
 * A way of cutting the number line into cells.
 *
 * @param edges inner edges, strictly ascending: one less than there are cells. The outer cells are
 *     open to both infinities
 * @param upperClosed whether a value at an edge belongs to the cell below it, as in (a, b]; else to
 *     the cell above, as in [a, b)
 */
public record Cut(double[] edges, boolean upperClosed) {
  private static final int DECILES = 10;

  public Cut {
    for (int i = 0; i < edges.length; i++) {
      if (!Double.isFinite(edges[i]) || (i > 0 && !(edges[i] > edges[i - 1]))) {
        throw new IllegalArgumentException("Edge " + i + " is not finite and ascending");
      }
    }
    edges = edges.clone();
  }

  /**
   * The bankers' cut: at the deciles of the reference alone, so that months compared with one
   * reference share their cells. Deciles that coincide are one edge; a cell holds its upper edge,
   * so that a value which is a fifth of the reference or more fills a cell alone.
   */
  public static Cut atDeciles(ValueCounts reference) {
    double[] edges = new double[DECILES - 1];
    int size = 0;
    for (int decile = 1; decile < DECILES && !reference.isEmpty(); decile++) {
      double edge = reference.quantile((double) decile / DECILES);
      if (size == 0 || edge > edges[size - 1]) {
        edges[size++] = edge;
      }
    }
    return new Cut(Arrays.copyOf(edges, size), true);
  }

  /**
   * Evidently's cut: bins of equal width over both samples, as many as Sturges' rule gives for
   * their joint size ({@code numpy.histogram_bin_edges(..., bins="sturges")}).
   *
   * @param integers whether both samples come from integer columns without missing values, for
   *     which NumPy 2 makes no bin narrower than 1
   */
  public static Cut bySturges(ValueCounts reference, ValueCounts current, boolean integers) {
    ValueCounts pooled = reference.plus(current);
    if (pooled.distinct() < 2) {
      return new Cut(new double[0], false);
    }
    double range = pooled.max() - pooled.min();
    if (Double.isInfinite(range)) {
      return ofEqualWidth(pooled.min(), pooled.max(), (int) Math.ceil(log2(pooled.total()) + 1));
    }
    double width = range / (log2(pooled.total()) + 1);
    int bins = (int) Math.ceil(range / (integers ? Math.max(1, width) : width));
    return ofEqualWidth(pooled.min(), pooled.max(), bins);
  }

  /** Cells of equal width from one number to another, the outer ones open. */
  public static Cut ofEqualWidth(double from, double to, int cells) {
    double[] edges = new double[Math.max(0, cells - 1)];
    int size = 0;
    boolean beyond = Double.isInfinite(to - from);
    for (int i = 1; i < cells; i++) {
      // As numpy.linspace computes it, to the last bit: step first, then product. Where no
      // double holds the range, as a weighted mean of its ends.
      double part = (double) i / cells;
      double edge = beyond ? from * (1 - part) + to * part : i * ((to - from) / cells) + from;
      if (size == 0 ? edge > from : edge > edges[size - 1]) {
        edges[size++] = edge;
      }
    }
    return new Cut(Arrays.copyOf(edges, size), false);
  }

  /** Exact for powers of two, where one bit more would be one bin more. */
  private static double log2(long number) {
    return Long.bitCount(number) == 1
        ? Long.numberOfTrailingZeros(number)
        : Math.log(number) / Math.log(2);
  }

  public int cells() {
    return edges.length + 1;
  }

  /** How many numbers of a sample fall into each cell. */
  public long[] count(ValueCounts sample) {
    long[] counts = new long[cells()];
    int cell = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      while (cell < edges.length && isAbove(sample.value(i), edges[cell])) {
        cell++;
      }
      counts[cell] += sample.count(i);
    }
    return counts;
  }

  public CellCounts count(ValueCounts reference, ValueCounts current) {
    return new CellCounts(count(reference), count(current));
  }

  private boolean isAbove(double value, double edge) {
    return upperClosed ? value > edge : value >= edge;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut that
        && upperClosed == that.upperClosed
        && Arrays.equals(edges, that.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return "at " + Arrays.toString(edges) + (upperClosed ? ", upper closed" : ", lower closed");
  }
}
