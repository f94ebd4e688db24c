package io.clairscore.drift.verdict;

/** Both verdicts in one word. */
public enum Status {
  NOT_COMPUTED,
  INCONCLUSIVE,
  /** Neither data nor decisions changed. */
  STABLE,
  /** The data changed, the decisions did not. */
  WATCH,
  ALARM
}
