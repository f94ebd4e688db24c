package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * What a wrong decision costs, in any one unit: only the ratio matters.
 *
 * @param falseNegativeCost cost of granting a credit that defaults
 * @param falsePositiveCost cost of refusing a client who would have repaid
 */
public record BusinessConf(double falseNegativeCost, double falsePositiveCost) {

  public BusinessConf {
    Require.positive("business.falseNegativeCost", falseNegativeCost);
    Require.positive("business.falsePositiveCost", falsePositiveCost);
  }

  /** Probability of default above which refusing costs less than granting. */
  public double breakEvenProbability() {
    return falsePositiveCost / (falsePositiveCost + falseNegativeCost);
  }
}
