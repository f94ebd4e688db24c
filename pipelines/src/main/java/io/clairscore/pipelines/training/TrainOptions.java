package io.clairscore.pipelines.training;

import java.util.Set;

/**
 * What a person decides for one training.
 *
 * @param allowedAlarms leakage alarms that have been looked into: names of features, or {@code
 *     model}
 */
public record TrainOptions(Set<String> allowedAlarms) {
  /** Every alarm stops the run. */
  public static final TrainOptions DEFAULT = new TrainOptions(Set.of());

  public TrainOptions {
    allowedAlarms = Set.copyOf(allowedAlarms);
  }
}
