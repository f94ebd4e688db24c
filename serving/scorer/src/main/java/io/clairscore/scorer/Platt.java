package io.clairscore.scorer;

/**
 * Platt's calibration: the logistic function of {@code slope * margin + intercept}. Slope 1 and
 * intercept 0 leave XGBoost's own probability.
 */
public record Platt(double slope, double intercept) implements Calibration {

  /**
   * @throws IllegalArgumentException if the map would not rise or is not finite
   */
  public Platt {
    if (!(slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
      throw new IllegalArgumentException(
          "Platt's slope must be positive and finite, its intercept finite: "
              + slope
              + ", "
              + intercept);
    }
  }

  @Override
  public double probability(double margin) {
    // StrictMath: the same bits on every machine, as golden rows demand.
    return 1 / (1 + StrictMath.exp(-(slope * margin + intercept)));
  }
}
