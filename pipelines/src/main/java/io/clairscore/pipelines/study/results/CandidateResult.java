package io.clairscore.pipelines.study.results;

import io.clairscore.pipelines.evaluation.Metric;
import java.util.List;
import java.util.Map;

/**
 * A candidate, judged.
 *
 * @param candidate its name
 * @param outOfFold on clients of the folds, by models and thresholds that have not seen them
 * @param holdOut on clients kept apart
 * @param threshold margin from which on it refuses
 * @param seenAuc AUC on the very clients it was fitted on, null where it was not fitted
 * @param fitSeconds time of its fits over the folds
 * @param predictSeconds time to score the clients of the folds
 * @param folds each fold
 */
public record CandidateResult(
    String candidate,
    Quality outOfFold,
    Quality holdOut,
    double threshold,
    Double seenAuc,
    double fitSeconds,
    double predictSeconds,
    List<Fold> folds) {

  /** Every metric, and the error of the probabilities. */
  public record Quality(Map<Metric, Double> metrics, double calibrationError) {}

  /**
   * One fold.
   *
   * @param facts figures about the fit, such as its number of trees
   */
  public record Fold(
      int fold, Map<Metric, Double> metrics, double fitSeconds, Map<String, Double> facts) {}

  /** AUC seen less AUC out of fold, null where it was not fitted. */
  Double gap() {
    return seenAuc == null ? null : seenAuc - outOfFold.metrics().get(Metric.AUC);
  }
}
