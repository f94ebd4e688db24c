package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.NumberProfile;
import java.util.Map;

/**
 * What the model makes of both populations.
 *
 * @param referenceScores in points, higher is better
 * @param attribution how much each feature moved the mean score, in points: mean contribution in
 *     the current population less that in the reference. The terms add up to the shift of the means
 * @param referenceMean mean score in points, before rounding
 * @param referenceRefusals share of refused rows
 */
public record ModelImpact(
    NumberProfile referenceScores,
    NumberProfile currentScores,
    double referenceMean,
    double currentMean,
    Map<String, Double> attribution,
    double referenceRefusals,
    double currentRefusals) {
  private static final double TOLERANCE = 1e-9;

  public ModelImpact {
    attribution = Map.copyOf(attribution);
    double shift = currentMean - referenceMean;
    double sum = attribution.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!attribution.isEmpty() && !(Math.abs(sum - shift) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "The shift of the score cannot be attributed: the terms add up to %s, the mean moved by %s"
              .formatted(sum, shift));
    }
  }
}
