package io.clairscore.drift.statistics;

/** Counts as shares of their total. */
final class Shares {
  private Shares() {}

  /** NaN throughout if there is nothing to share. */
  static double[] of(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = (double) counts[i] / total;
    }
    return shares;
  }
}
