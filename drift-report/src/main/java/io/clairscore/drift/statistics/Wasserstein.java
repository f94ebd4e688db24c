package io.clairscore.drift.statistics;

/** The Wasserstein distance of order 1: the area between two distribution functions. */
public final class Wasserstein {
  /** Evidently's least divisor, for a reference that does not vary. */
  private static final double LEAST_DEVIATION = 0.001;

  private Wasserstein() {}

  /**
   * The distance in standard deviations of the reference.
   *
   * @return NaN if a sample is empty
   */
  public static double normalised(ValueCounts reference, ValueCounts current) {
    return distance(reference, current) / Math.max(reference.standardDeviation(), LEAST_DEVIATION);
  }

  /**
   * The distance in the unit of the values.
   *
   * @return NaN if a sample is empty
   */
  public static double distance(ValueCounts reference, ValueCounts current) {
    if (reference.isEmpty() || current.isEmpty()) {
      return Double.NaN;
    }
    DistributionWalk walk = new DistributionWalk(reference, current);
    double area = 0;
    double previous = Double.NaN;
    double gap = 0;
    while (walk.advance()) {
      // Both functions are 0 before the first value.
      area += gap == 0 ? 0 : gap * (walk.value() - previous);
      previous = walk.value();
      gap = Math.abs(walk.gap());
    }
    return area;
  }
}
