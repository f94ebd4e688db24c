package io.clairscore.drift.verdict;

/** What ingest finds wrong with data. */
public enum IssueKind {
  /** Refused: a key that stands before already, with the same content. */
  DUPLICATE,
  /** Refused: a key that stands before already, with other content. */
  CONFLICTING_DUPLICATE,
  /** Refused: a value no client can have. */
  OUT_OF_RANGE,
  /** Refused: a cell that must hold something. */
  REQUIRED_MISSING,
  /** Refused: a cell that holds no number of the kind it should. */
  NOT_A_NUMBER,
  /** Refused: a line that is no row of the table. */
  MALFORMED_ROW,
  /** Refused for another rule. */
  OTHER_RULE,
  /** Kept: a category that nobody knows, counted as missing. */
  UNSEEN_CATEGORY,
  /** Kept: a row whose parent is not there. */
  ORPHAN,
  /** There is no such file: no rows. */
  NO_FILE,
  /** The file has a header and no rows. */
  NO_ROWS
}
