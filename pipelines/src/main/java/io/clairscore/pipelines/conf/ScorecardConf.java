package io.clairscore.pipelines.conf;

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
    Require.that(bins >= 2, "study.scorecard.bins", bins, "at least 2");
    Require.that(
        leastInformation >= 0,
        "study.scorecard.leastInformation",
        leastInformation,
        "zero or more");
    Require.that(
        mostCorrelation > 0 && mostCorrelation <= 1,
        "study.scorecard.mostCorrelation",
        mostCorrelation,
        "in (0, 1]");
    Require.that(features > 0, "study.scorecard.features", features, "positive");
  }
}
