package io.clairscore.drift.profile;

/** What the values of a column are. */
public enum ColumnType {
  /** Numbers of a floating-point column. */
  REAL,
  /** Numbers of an integer column. */
  INTEGER,
  /** Texts from a list. */
  CATEGORY;

  public boolean isNumber() {
    return this != CATEGORY;
  }
}
