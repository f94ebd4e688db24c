package io.clairscore.scorer;

import java.util.Arrays;

/**
 * A vector whose score is known: a bundle proves with it that it still scores as it was trained.
 *
 * @param features one value per feature, NaN if missing
 * @param margin the margin XGBoost itself gives
 * @param probability the calibrated probability of that margin
 */
public record GoldenRow(float[] features, float margin, double probability) {

  /**
   * @throws IllegalArgumentException if a value is infinite, or margin or probability not a number
   */
  public GoldenRow {
    for (int i = 0; i < features.length; i++) {
      if (Float.isInfinite(features[i])) {
        throw ScoringErrors.infinite(i, features[i]);
      }
    }
    if (!Float.isFinite(margin) || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A golden row needs a finite margin and a probability: " + margin + ", " + probability);
    }
    features = features.clone();
  }

  /** The golden row of a vector and the margin XGBoost gave it. */
  public static GoldenRow of(float[] features, float margin, Calibration calibration) {
    return new GoldenRow(features, margin, calibration.probability(margin));
  }

  @Override
  public float[] features() {
    return features.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoldenRow that
        && Arrays.equals(features, that.features)
        && Float.compare(margin, that.margin) == 0
        && Double.compare(probability, that.probability) == 0;
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
