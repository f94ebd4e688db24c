package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;

/**
 * What a threshold does to clients whose outcome is known; a refusal is the positive answer.
 *
 * @param truePositives defaults refused
 * @param falseNegatives defaults accepted
 * @param falsePositives good clients refused
 * @param trueNegatives good clients accepted
 */
public record Confusion(
    long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {

  public long clients() {
    return defaults() + good();
  }

  public long defaults() {
    return truePositives + falseNegatives;
  }

  /** Clients who repaid. */
  public long good() {
    return falsePositives + trueNegatives;
  }

  /** Mean cost of a decision. */
  public double cost(BusinessConf costs) {
    return (costs.falseNegativeCost() * falseNegatives + costs.falsePositiveCost() * falsePositives)
        / clients();
  }

  public double accuracy() {
    return (double) (truePositives + trueNegatives) / clients();
  }

  /** Share of the defaults that are refused; NaN without defaults. */
  public double recall() {
    return (double) truePositives / defaults();
  }

  /** Share of the good clients who are refused; NaN without good clients. */
  public double falseAlarms() {
    return (double) falsePositives / good();
  }

  public double refusalRate() {
    return (double) (truePositives + falsePositives) / clients();
  }

  /** Share of defaults among the refused; NaN if nobody is. */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** The same decisions with the outcomes exchanged: an acceptance is the positive answer. */
  public Confusion mirrored() {
    return new Confusion(trueNegatives, falsePositives, falseNegatives, truePositives);
  }

  /** Harmonic mean of precision and recall of the refusals; NaN without defaults and refusals. */
  public double f1() {
    return 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
  }
}
