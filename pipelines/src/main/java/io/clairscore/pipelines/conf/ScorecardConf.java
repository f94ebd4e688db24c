package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * The scorecard of a study.
 *
 * @param bins bins of a feature, cut at its quantiles; missing values have one more
 * @param leastInformation information value below which a feature is left out
 * @param mostCorrelation correlation with an earlier feature above which one is left out
 * @param features most features of the card
 */
public record ScorecardConf(
    int bins, double leastInformation, double mostCorrelation, int features) {

  public ScorecardConf {
    Require.atLeast(2, "study.scorecard.bins", bins);
    Require.notNegative("study.scorecard.leastInformation", leastInformation);
    Require.share("study.scorecard.mostCorrelation", mostCorrelation);
    Require.positive("study.scorecard.features", features);
  }
}
