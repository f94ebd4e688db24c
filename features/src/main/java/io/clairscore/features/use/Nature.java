package io.clairscore.features.use;

/** What the numbers of a column are, which tells the sums and means of them that can be said. */
public enum Nature {
  /** A sum of money, days or times: those of several rows add up. */
  AMOUNT,
  /** A level at a moment, such as a balance at the end of a month: adding moments means nothing. */
  LEVEL,
  /** A day. */
  DATE,
  /** The month a row is about: the first and the last can be said. */
  RECORD,
  /** A count that only grows from row to row: the last can be said. */
  RUNNING,
  /** A share or score. */
  RATE,
  /** No quantity. */
  NONE
}
