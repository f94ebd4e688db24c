package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;
import java.util.Map;

/**
 * What a model must fulfil to become champion. Differences are those to the champion on the clients
 * both held out, with 95 % intervals.
 *
 * @param costMargin the upper end of the interval of the additional cost per client may not be
 *     above
 * @param aucMargin the lower end of the interval of the AUC's difference may not be this far below
 *     0
 * @param calibrationError largest mean distance of probability and outcome
 * @param scorePsi largest population stability index of the probabilities
 * @param approvalRatio least approval rate of a group, as a share of the best group's, by attribute
 * @param recourseRate least share of refused clients whom a realistic change would have accepted
 * @param latencyMillis largest time of one score, 99 of 100 times
 */
public record GateConf(
    double costMargin,
    double aucMargin,
    double calibrationError,
    double scorePsi,
    Map<String, Double> approvalRatio,
    double recourseRate,
    double latencyMillis) {

  /** The attributes of clients whose groups a training compares. */
  private static final List<String> ATTRIBUTES = List.of("gender", "age");

  public GateConf {
    Require.notNegative("tracking.gate.costMargin", costMargin);
    Require.notNegative("tracking.gate.aucMargin", aucMargin);
    Require.positive("tracking.gate.calibrationError", calibrationError);
    Require.positive("tracking.gate.scorePsi", scorePsi);
    approvalRatio = Require.sorted("tracking.gate.approvalRatio", approvalRatio);
    approvalRatio.forEach(
        (attribute, ratio) -> {
          String setting = "tracking.gate.approvalRatio." + attribute;
          Require.that(
              ATTRIBUTES.contains(attribute),
              setting,
              ratio,
              "left out: what is compared is " + String.join(" and ", ATTRIBUTES));
          Require.that(ratio >= 0 && ratio <= 1, setting, ratio, "in [0, 1]");
        });
    Require.that(
        recourseRate >= 0 && recourseRate <= 1,
        "tracking.gate.recourseRate",
        recourseRate,
        "in [0, 1]");
    Require.positive("tracking.gate.latencyMillis", latencyMillis);
  }
}
