package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.NumberProfile;
import java.util.List;
import java.util.Map;

/**
 * What the model makes of both populations; NaN where something was not computed.
 *
 * @param referenceScores in points, higher is better
 * @param attribution how much each feature moved the mean score, in points: mean contribution in
 *     the current population less that in the reference. The terms add up to the shift of the means
 * @param referenceMean mean score in points, before rounding
 * @param referenceRefusals share of refused rows
 * @param estimatedPerformance without labels, such as an AUC
 * @param domainAuc how well a classifier tells the populations apart; 0.5 is not at all
 * @param domainFeatures what it tells them apart by, most telling first
 */
public record ModelImpact(
    NumberProfile referenceScores,
    NumberProfile currentScores,
    double referenceMean,
    double currentMean,
    Map<String, Double> attribution,
    double referenceRefusals,
    double currentRefusals,
    double referencePerformance,
    double estimatedPerformance,
    double domainAuc,
    List<String> domainFeatures) {
  private static final double TOLERANCE = 1e-9;

  public ModelImpact {
    attribution = Map.copyOf(attribution);
    domainFeatures = List.copyOf(domainFeatures);
    double shift = currentMean - referenceMean;
    double sum = attribution.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!attribution.isEmpty() && !(Math.abs(sum - shift) <= TOLERANCE)) {
      throw DriftErrors.attributionMissesShift(sum, shift);
    }
  }
}
