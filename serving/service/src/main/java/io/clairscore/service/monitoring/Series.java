package io.clairscore.service.monitoring;

/** What the windows of a series hold. */
enum Series {
  /** {@link ServiceTally}. */
  SERVICE,
  /** {@link PredictionTally}. */
  PREDICTIONS
}
