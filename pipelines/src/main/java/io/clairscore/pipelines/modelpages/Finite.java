package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.scorer.pages.PageInterval;

/** Numbers as a page holds them. */
final class Finite {
  private Finite() {}

  /** The number, or null for one that does not exist. */
  static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The number of a metric, or null where it was not measured. */
  static Double orNull(Double value) {
    return value == null ? null : orNull(value.doubleValue());
  }

  /** A figure with its interval; null if there is none. */
  static PageInterval interval(Estimate estimate) {
    if (estimate == null) {
      return null;
    }
    Double low = orNull(estimate.low());
    Double high = orNull(estimate.high());
    boolean whole = low != null && high != null;
    return new PageInterval(orNull(estimate.value()), whole ? low : null, whole ? high : null);
  }

  /** A figure of which no interval was measured. */
  static PageInterval alone(Double value) {
    return new PageInterval(orNull(value), null, null);
  }
}
