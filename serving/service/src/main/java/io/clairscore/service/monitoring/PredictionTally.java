package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.OutcomeTally;
import io.clairscore.scorer.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model predicted in a window. A client who was scored twice counts twice.
 *
 * @param toReview predictions so near the threshold that a person should look
 * @param outcomes what the calibrated probabilities say
 * @param levels predictions by level
 * @param features chosen features, by name
 */
public record PredictionTally(
    long toReview,
    OutcomeTally outcomes,
    Map<Level, Long> levels,
    Map<String, FeatureTally> features) {
  static final PredictionTally NONE =
      new PredictionTally(0, OutcomeTally.EMPTY, Map.of(), Map.of());

  public PredictionTally {
    Map<Level, Long> sorted = new EnumMap<>(Level.class);
    sorted.putAll(levels);
    levels = sorted;
    features = new TreeMap<>(features);
  }

  PredictionTally plus(PredictionTally other) {
    Map<Level, Long> byLevel = new EnumMap<>(Level.class);
    byLevel.putAll(levels);
    other.levels.forEach((level, count) -> byLevel.merge(level, count, Long::sum));
    Map<String, FeatureTally> byName = new TreeMap<>(features);
    other.features.forEach((name, tally) -> byName.merge(name, tally, FeatureTally::plus));
    return new PredictionTally(
        toReview + other.toReview, outcomes.plus(other.outcomes), byLevel, byName);
  }

  long predictions() {
    return outcomes.clients();
  }

  /** Share of refused predictions; NaN without predictions. */
  double refusalRate() {
    return (double) outcomes.refused().clients() / predictions();
  }

  /** A feature; without values if it was not among the chosen. */
  FeatureTally feature(String name) {
    return features.getOrDefault(name, FeatureTally.NONE);
  }
}
