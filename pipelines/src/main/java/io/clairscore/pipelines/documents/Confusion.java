package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.conf.BusinessConf;

/**
 * What a threshold does to clients whose outcome is known; a refusal is the positive answer.
 *
 * @param truePositives defaults refused
 * @param falseNegatives defaults accepted
 * @param falsePositives good clients refused
 * @param trueNegatives good clients accepted
 */
record Confusion(long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {

  long clients() {
    return truePositives + falseNegatives + falsePositives + trueNegatives;
  }

  /** Mean cost of a decision. */
  double cost(BusinessConf costs) {
    return (costs.falseNegativeCost() * falseNegatives + costs.falsePositiveCost() * falsePositives)
        / clients();
  }

  double accuracy() {
    return (double) (truePositives + trueNegatives) / clients();
  }

  /** Share of the defaults that are refused; NaN without defaults. */
  double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** Share of the good clients who are refused; NaN without good clients. */
  double falseAlarms() {
    return (double) falsePositives / (falsePositives + trueNegatives);
  }

  double refusalRate() {
    return (double) (truePositives + falsePositives) / clients();
  }

  /** Harmonic mean of precision and recall of the refusals; NaN without defaults and refusals. */
  double f1() {
    return 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
  }
}
