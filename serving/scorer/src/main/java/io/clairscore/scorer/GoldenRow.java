package io.clairscore.scorer;

import java.util.Arrays;

/**
 * A vector whose score is known: a bundle proves with it that it still scores as it was trained.
 *
 * @param features one value per feature, NaN if missing
 * @param margin the margin XGBoost itself gives
 * @param probability the calibrated probability of that margin
 * @param contributions what each feature adds to the margin, and at the end the bias, as XGBoost
 *     itself gives them
 */
public record GoldenRow(float[] features, float margin, double probability, float[] contributions) {

  /**
   * @throws IllegalArgumentException if a value is infinite, or margin, probability or a
   *     contribution not a number
   */
  public GoldenRow {
    Scorer.requireFinite(features);
    if (!Float.isFinite(margin) || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A golden row needs a finite margin and a probability: " + margin + ", " + probability);
    }
    for (float contribution : contributions) {
      if (!Float.isFinite(contribution)) {
        throw new IllegalArgumentException("A golden row needs finite contributions");
      }
    }
    features = features.clone();
    contributions = contributions.clone();
  }

  /** The golden row of a vector, and the margin and contributions XGBoost gave it. */
  public static GoldenRow of(
      float[] features, float margin, float[] contributions, Calibration calibration) {
    return new GoldenRow(features, margin, calibration.probability(margin), contributions);
  }

  @Override
  public float[] features() {
    return features.clone();
  }

  @Override
  public float[] contributions() {
    return contributions.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoldenRow that
        && Arrays.equals(features, that.features)
        && Float.compare(margin, that.margin) == 0
        && Double.compare(probability, that.probability) == 0
        && Arrays.equals(contributions, that.contributions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(features) + 31 * Float.hashCode(margin);
  }

  @Override
  public String toString() {
    return "GoldenRow[%s, %s, %s]".formatted(Arrays.toString(features), margin, probability);
  }
}
