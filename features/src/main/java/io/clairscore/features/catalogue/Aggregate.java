package io.clairscore.features.catalogue;

/** How the quantities of a group of rows become one number. Only SIZE counts missing quantities. */
public enum Aggregate {
  /** Smallest value; missing if every value is. */
  MIN,
  /** Largest value; missing if every value is. */
  MAX,
  /** Arithmetic mean; missing if every value is. */
  MEAN,
  /** Sum; missing, not zero, if every value is. */
  SUM,
  /** Sample variance (divisor n - 1); missing for fewer than two values. */
  VAR,
  /** Number of distinct values; zero for rows without any value. */
  NUNIQUE,
  /** Number of rows, with or without a value. */
  SIZE
}
