package io.clairscore.drift.verdict;

/** Whether a column could be compared, and if not, why. */
public enum RowStatus {
  COMPARED,
  /** A population has no rows. */
  NO_ROWS,
  /** No row of either side has a value. */
  ALWAYS_MISSING,
  /** The current population does not have the column. */
  ABSENT,
  /** The reference does not have the column. */
  ADDED,
  /** Numbers on one side, categories on the other. */
  TYPE_CHANGED,
  /** More categories than a list has, as in a column of names. */
  TOO_MANY_CATEGORIES
}
