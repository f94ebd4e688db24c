package io.clairscore.drift.page;

/** What is said of one column; the words in both languages stand in {@code sentences.tsv}. */
enum ColumnPhrase {
  CELL_RANGE,
  CELL_BELOW,
  CELL_ABOVE,
  CELL_ALL,
  CELL_OTHERS,
  CELL_SENTINEL,
  CELL_INFINITE,
  CELL_MISSING,
  CELL_YES,
  CELL_NO,
  KNOWN,
  MEDIAN,
  MEAN,
  MOVED,
  MOVED_DAYS_BEFORE,
  MOVED_MONTHS_BEFORE,
  CLIENTS,
  APPEARED,
  LOST,
  AND_MORE
}
