package io.clairscore.pipelines.conf;

import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DecisionLimits;
import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * What moves the decisions of a model so far that it is an alarm; see {@link DecisionLimits}. A
 * list is the limit of an alarm, then the one from which on the model is to be trained again.
 */
public record DecisionConf(
    List<Double> scorePsi,
    List<Double> refusals,
    double segmentRefusals,
    double segmentShare,
    double meanScore,
    double costMargins,
    double refusedRows) {
  private static final String GROUP = "drift.decisions.";

  public DecisionConf {
    scorePsi = two("scorePsi", scorePsi, Double.MAX_VALUE, "two limits above 0, the alarm first");
    refusals = two("refusals", refusals, 1, "two limits in (0, 1], the alarm first");
    share("segmentRefusals", segmentRefusals);
    share("segmentShare", segmentShare);
    Require.that(meanScore > 0, GROUP + "meanScore", meanScore, "above 0");
    Require.that(costMargins > 0, GROUP + "costMargins", costMargins, "above 0");
    share("refusedRows", refusedRows);
  }

  DecisionLimits limits() {
    return new DecisionLimits(
        new Bands(scorePsi.get(0), scorePsi.get(1)),
        new Bands(refusals.get(0), refusals.get(1)),
        segmentShare,
        segmentRefusals,
        meanScore,
        costMargins,
        refusedRows);
  }

  private static List<Double> two(String name, List<Double> limits, double most, String rule) {
    List<Double> two = List.copyOf(Require.present(GROUP + name, limits));
    Require.that(
        two.size() == 2 && two.get(0) > 0 && two.get(1) >= two.get(0) && two.get(1) <= most,
        GROUP + name,
        two,
        rule);
    return two;
  }

  private static void share(String name, double share) {
    Require.that(share > 0 && share <= 1, GROUP + name, share, "in (0, 1]");
  }
}
