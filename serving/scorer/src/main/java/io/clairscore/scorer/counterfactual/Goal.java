package io.clairscore.scorer.counterfactual;

import io.clairscore.scorer.Points;
import io.clairscore.scorer.Threshold;

/**
 * What a change is to reach.
 *
 * @param bound lowest margin that does not reach it
 */
record Goal(double bound) {

  /** To be accepted. */
  static Goal acceptance(Threshold threshold) {
    return new Goal(threshold.margin());
  }

  /** So many points at least, as they are told, rounded. */
  static Goal of(Points scale, int points) {
    float bound = (float) ((scale.offset() - (points - 0.5)) / scale.factor());
    while (scale.of(bound) >= points) {
      bound = Math.nextUp(bound);
    }
    while (scale.of(Math.nextDown(bound)) < points) {
      bound = Math.nextDown(bound);
    }
    return new Goal(bound);
  }

  boolean reachedBy(float margin) {
    return margin < bound;
  }
}
