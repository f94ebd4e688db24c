package io.clairscore.scorer;

/**
 * The calibrated probabilities of default that a level spans, each 0 to 1.
 *
 * @param low the least of the level; 0 for the safest level
 * @param high that of the next riskier level; 1 for the riskiest
 */
public record RiskRange(double low, double high) {
  public RiskRange {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("No range of probabilities: " + low + " to " + high);
    }
  }

  /** The range of a level. */
  public static RiskRange of(Level level, Manifest manifest) {
    Calibration calibration = manifest.calibration();
    int at = level.ordinal();
    int last = Level.values().length - 1;
    return new RiskRange(
        at == last ? 0 : calibration.probability(manifest.levels().lowestMargins().get(at)),
        at == 0 ? 1 : calibration.probability(manifest.levels().lowestMargins().get(at - 1)));
  }

  /** Whether a probability lies in it, its ends included. */
  public boolean contains(double probability) {
    return low <= probability && probability <= high;
  }
}
