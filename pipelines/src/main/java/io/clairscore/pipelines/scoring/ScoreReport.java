package io.clairscore.pipelines.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scoring run did.
 *
 * @param scoringDate date of the scores
 * @param bundle run that trained the model
 * @param featuresVersion Delta version of the features
 * @param clients clients scored
 * @param refused clients refused
 * @param toReview clients near the threshold
 * @param meanProbability mean calibrated probability of default
 * @param levels clients of each risk level
 */
public record ScoreReport(
    String scoringDate,
    String bundle,
    long featuresVersion,
    long clients,
    long refused,
    long toReview,
    double meanProbability,
    Map<String, Long> levels) {

  /** The report in words, a line per fact. */
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d clients scored for %s by model %s: %,d refused (%.1f %%), %,d to review",
            clients,
            scoringDate,
            bundle,
            refused,
            100.0 * refused / clients,
            toReview),
        String.format(Locale.ROOT, "mean probability of default %.4f", meanProbability),
        "levels " + levels);
  }
}
