package io.clairscore.drift.page;

/** What cells of a column are called; the words in both languages stand in {@code cells.tsv}. */
enum CellPhrase {
  RANGE,
  BELOW,
  ABOVE,
  ALL,
  OTHERS,
  SENTINEL,
  INFINITE,
  MISSING,
  YES,
  NO
}
