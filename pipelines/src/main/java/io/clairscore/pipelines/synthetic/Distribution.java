package io.clairscore.pipelines.synthetic;

import java.util.Arrays;

/**
 * The distribution of one column as a piecewise linear quantile function; a flat piece is a value
 * that a share of the rows has exactly.
 */
final class Distribution {
  private static final int GUIDES = 64;

  private final double[] shares;
  private final double[] values;
  private final int[] guide = new int[GUIDES];

  /**
   * A distribution through these points.
   *
   * @param shares cumulative shares, ascending from 0
   * @param values value at each share, ascending
   */
  Distribution(double[] shares, double[] values) {
    if (shares.length != values.length || shares.length < 2) {
      throw new IllegalArgumentException("A distribution needs two or more points");
    }
    this.shares = shares.clone();
    this.values = values.clone();
    for (int i = 0, at = 0; i < GUIDES; i++) {
      while (at < shares.length - 2 && shares[at + 1] <= (double) i / GUIDES) {
        at++;
      }
      guide[i] = at;
    }
  }

  /** Points as written in the resource: {@code share:value}, separated by blanks. */
  static Distribution parse(String text) {
    String[] points = text.split(" ");
    double[] shares = new double[points.length];
    double[] values = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      int colon = points[i].indexOf(':');
      shares[i] = Double.parseDouble(points[i].substring(0, colon));
      values[i] = Double.parseDouble(points[i].substring(colon + 1));
    }
    return new Distribution(shares, values);
  }

  /** Values held with these shares, in their order. */
  static Distribution ofShares(double[] shares, double[] values) {
    double[] at = new double[2 * shares.length];
    double[] value = new double[2 * shares.length];
    double sum = Arrays.stream(shares).sum();
    double total = 0;
    for (int i = 0; i < shares.length; i++) {
      at[2 * i] = total / sum;
      total += shares[i];
      at[2 * i + 1] = total / sum;
      value[2 * i] = values[i];
      value[2 * i + 1] = values[i];
    }
    return new Distribution(at, value);
  }

  /** The value below which a share u of the rows lies, u from 0 to 1. */
  double at(double u) {
    int i = guide[Math.max(0, Math.min(GUIDES - 1, (int) (u * GUIDES)))];
    int last = shares.length - 2;
    while (i < last && shares[i + 1] <= u) {
      i++;
    }
    double low = values[i];
    double high = values[i + 1];
    double width = shares[i + 1] - shares[i];
    if (low == high || width <= 0) {
      return low;
    }
    double part = Math.max(0, Math.min(1, (u - shares[i]) / width));
    return low + part * (high - low);
  }

  /** The only value there is, NaN if there are several. */
  double constant() {
    return values[0] == values[values.length - 1] ? values[0] : Double.NaN;
  }
}
