package io.clairscore.pipelines.synthetic;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution function, tabulated: it is evaluated for every cell. */
final class NormalCurve {
  private static final double REACH = 8;
  private static final int STEPS = 8192;
  private static final double PER_UNIT = STEPS / (2 * REACH);
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double[] TABLE = table();

  private NormalCurve() {}

  /** Share of the normal distribution below z. */
  static double below(double z) {
    double at = (z + REACH) * PER_UNIT;
    if (at <= 0) {
      return 0;
    }
    if (at >= STEPS) {
      return 1;
    }
    int i = (int) at;
    return TABLE[i] + (at - i) * (TABLE[i + 1] - TABLE[i]);
  }

  /** The z below which that share of the distribution lies; infinite at 0 and 1. */
  static double quantile(double share) {
    return NORMAL.inverseCumulativeProbability(share);
  }

  private static double[] table() {
    double[] table = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      table[i] = NORMAL.cumulativeProbability(i / PER_UNIT - REACH);
    }
    return table;
  }
}
