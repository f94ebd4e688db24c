package io.clairscore.pipelines.scoring;

import io.clairscore.pipelines.run.Report;
import io.clairscore.scorer.Level;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
 * @param levels clients of each risk level, the safest first; levels of nobody are absent
 * @param refusedClient identifier of a refused client, for a first explanation; null if there is
 *     none
 */
public record ScoreReport(
    String scoringDate,
    String bundle,
    long featuresVersion,
    long clients,
    long refused,
    long toReview,
    double meanProbability,
    Map<Level, Long> levels,
    Integer refusedClient)
    implements Report {

  public ScoreReport {
    Map<Level, Long> safestFirst = new TreeMap<>(Comparator.reverseOrder());
    safestFirst.putAll(levels);
    levels = Collections.unmodifiableMap(safestFirst);
  }

  @Override
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
        levels.entrySet().stream()
            .map(
                level ->
                    String.format(Locale.ROOT, "%s %,d", words(level.getKey()), level.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private static String words(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
