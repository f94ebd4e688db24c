package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.scorer.explanation.ReasonLimits;

/**
 * How scores are expressed.
 *
 * @param pointsToDoubleOdds points that double the odds of repayment
 * @param basePoints points at the base odds
 * @param baseOdds odds of repayment, good to bad, that earn the base points
 * @param reviewBand half-width, in points, of the band around the threshold that asks for review
 * @param topReasons themes told with their reasons, for and against each; with 0, scores are kept
 *     without reasons
 */
public record ScoringConf(
    double pointsToDoubleOdds,
    double basePoints,
    double baseOdds,
    double reviewBand,
    int topReasons) {

  public ScoringConf {
    Require.positive("scoring.pointsToDoubleOdds", pointsToDoubleOdds);
    Require.positive("scoring.baseOdds", baseOdds);
    Require.notNegative("scoring.reviewBand", reviewBand);
    Require.notNegative("scoring.topReasons", topReasons);
  }

  /** How much is told of a score. Who asks for an explanation gets one. */
  public ReasonLimits reasons() {
    return topReasons == 0 ? ReasonLimits.DEFAULT : ReasonLimits.ofThemes(topReasons);
  }
}
