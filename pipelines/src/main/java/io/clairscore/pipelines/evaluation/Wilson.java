package io.clairscore.pipelines.evaluation;

/** The interval of a share (Wilson 1927), which holds for few clients and for rare outcomes. */
public final class Wilson {
  /** Quantile of the normal distribution for 95 % intervals. */
  static final double Z = 1.959963984540054;

  private Wilson() {}

  /** A share with its 95 % interval; NaN of nobody. */
  public static Estimate share(double of, double all) {
    double middle = (of + Z * Z / 2) / (all + Z * Z);
    double half = Z * Math.sqrt(of * (all - of) / all + Z * Z / 4) / (all + Z * Z);
    return new Estimate(of / all, middle - half, middle + half);
  }
}
