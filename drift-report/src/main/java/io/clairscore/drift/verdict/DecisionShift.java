package io.clairscore.drift.verdict;

/** The second verdict: what became of the decisions of the model. */
public enum DecisionShift {
  /** No model was asked, or the populations cannot be scored. */
  NOT_ASKED,
  /** So few clients that chance alone could move the decisions. */
  INCONCLUSIVE,
  /** Within every limit. */
  UNMOVED,
  /** Beyond a limit. */
  MOVED,
  /** So far that the model is to be trained again. */
  OUTDATED;

  /** Whether a limit was passed. */
  public boolean moved() {
    return this == MOVED || this == OUTDATED;
  }
}
