package io.clairscore.pipelines.synthetic.fidelity;

/**
 * One comparison of generated data with the reference.
 *
 * @param kind what was compared
 * @param file file name without extension
 * @param column column, or name of an aggregate
 * @param expected expected figure, NaN for a distribution
 * @param found generated figure, NaN for a distribution
 * @param distance how far apart they are, in the measure of the kind
 * @param tolerance largest distance that passes at full size
 * @param noise what sampling so few clients may add to the distance
 * @param source where the expected figure comes from
 */
public record Comparison(
    String kind,
    String file,
    String column,
    double expected,
    double found,
    double distance,
    double tolerance,
    double noise,
    String source) {

  /** Shares below this count as this in the population stability index, which is infinite at 0. */
  private static final double LEAST_SHARE = 1e-4;

  /** Whether the distance is within the tolerance and the sampling noise. */
  public boolean passes() {
    return distance <= tolerance + noise;
  }

  /** The population stability index of two distributions over the same bins. */
  static double stabilityIndex(double[] expected, double[] found) {
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      double e = Math.max(expected[i], LEAST_SHARE);
      double f = Math.max(found[i], LEAST_SHARE);
      sum += (f - e) * Math.log(f / e);
    }
    return sum;
  }
}
