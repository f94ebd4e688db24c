package io.clairscore.scorer;

import java.util.Arrays;

/**
 * Isotonic calibration: linear between its points, constant outside, exactly as Spark's
 * IsotonicRegressionModel predicts from its boundaries and predictions.
 *
 * @param margins strictly rising
 * @param probabilities as many, never falling, 0 to 1
 */
public record Isotonic(double[] margins, double[] probabilities) implements Calibration {

  /**
   * @throws IllegalArgumentException if the points do not describe a rising map to probabilities
   */
  public Isotonic {
    if (margins.length == 0 || margins.length != probabilities.length) {
      throw new IllegalArgumentException(
          "An isotonic calibration has as many margins as probabilities, and at least one: "
              + margins.length
              + ", "
              + probabilities.length);
    }
    for (int i = 0; i < margins.length; i++) {
      boolean probability = probabilities[i] >= 0 && probabilities[i] <= 1;
      boolean rises =
          i == 0 || margins[i] > margins[i - 1] && probabilities[i] >= probabilities[i - 1];
      if (!Double.isFinite(margins[i]) || !probability || !rises) {
        throw new IllegalArgumentException(
            "Point %d of an isotonic calibration breaks its order: margin %s, probability %s"
                .formatted(i, margins[i], probabilities[i]));
      }
    }
    margins = margins.clone();
    probabilities = probabilities.clone();
  }

  @Override
  public double probability(double margin) {
    int found = Arrays.binarySearch(margins, margin);
    if (found >= 0) {
      return probabilities[found];
    }
    int next = -found - 1;
    if (next == 0) {
      return probabilities[0];
    }
    if (next == margins.length) {
      return probabilities[next - 1];
    }
    double low = probabilities[next - 1];
    double high = probabilities[next];
    double share =
        (high - low) * (margin - margins[next - 1]) / (margins[next] - margins[next - 1]);
    // Rounding may carry the sum one step above its upper end.
    return Math.min(low + share, high);
  }

  @Override
  public double[] margins() {
    return margins.clone();
  }

  @Override
  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Isotonic that
        && Arrays.equals(margins, that.margins)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(margins) + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "Isotonic[%s, %s]".formatted(Arrays.toString(margins), Arrays.toString(probabilities));
  }
}
