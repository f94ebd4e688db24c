package io.clairscore.drift.statistics;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The population stability index over cells, the sum of (r − c)·ln(r / c) of their shares, in two
 * forms that differ in what they do about empty cells, and in the cells they are given.
 *
 * <p>What noise alone makes of it: without any change it is about (1/N + 1/M) times a chi-square of
 * one degree less than there are cells (Yurdakul and Naranjo, Statistical properties of the
 * population stability index, Journal of Risk Model Validation 14, 2020).
 */
public final class StabilityIndex {
  /** Added to each count, so that an empty cell has a share (Jeffreys' prior). */
  private static final double SMOOTHING = 0.5;

  /** Evidently's floor of a share that is 0. */
  private static final double FLOOR = 0.0001;

  private StabilityIndex() {}

  /**
   * The bankers' form: each count plus one half, then shares.
   *
   * @return NaN if a side has no rows
   */
  public static double bankers(CellCounts cells) {
    return sum(smoothed(cells.reference()), smoothed(cells.current()));
  }

  /**
   * Evidently's form (0.7): a share of 0 becomes 0.0001, or a millionth of the least other share of
   * its side if that is no larger; the shares are not made to add up to 1 again.
   *
   * @return NaN if a side has no rows
   */
  public static double evidently(CellCounts cells) {
    return sum(floored(cells.reference()), floored(cells.current()));
  }

  /** The mean of the index if nothing changed: (1/N + 1/M)·(cells − 1). */
  public static double expectedFromNoise(long reference, long current, int cells) {
    return (1.0 / reference + 1.0 / current) * Math.max(0, cells - 1);
  }

  /**
   * What the index exceeds with a probability if nothing changed.
   *
   * @param probability such as 0.05
   * @return 0 for a single cell, infinity if a side has no rows
   */
  public static double criticalValue(long reference, long current, int cells, double probability) {
    if (cells < 2) {
      return 0;
    }
    return (1.0 / reference + 1.0 / current)
        * new ChiSquaredDistribution(null, cells - 1.0)
            .inverseCumulativeProbability(1 - probability);
  }

  /** Shares with Evidently's floor, as its divergences read them. */
  static double[] floored(long[] counts) {
    double[] shares = Shares.of(counts);
    double least = Double.POSITIVE_INFINITY;
    for (double share : shares) {
      least = share > 0 ? Math.min(least, share) : least;
    }
    double floor = least <= FLOOR ? least / 1e6 : FLOOR;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = shares[i] == 0 ? floor : shares[i];
    }
    return shares;
  }

  private static double[] smoothed(long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] =
          total == 0 ? Double.NaN : (counts[i] + SMOOTHING) / (total + SMOOTHING * counts.length);
    }
    return shares;
  }

  private static double sum(double[] reference, double[] current) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      sum += (reference[i] - current[i]) * Math.log(reference[i] / current[i]);
    }
    return reference.length == 0 ? Double.NaN : sum;
  }
}
