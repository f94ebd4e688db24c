package io.clairscore.scorer.explanation;

/** Which way a reason moves the score. */
public enum Direction {
  /** Fewer points: against the application. */
  ADVERSE,
  /** More points: for the application. */
  FAVOURABLE;

  static Direction of(double points) {
    return points < 0 ? ADVERSE : FAVOURABLE;
  }
}
