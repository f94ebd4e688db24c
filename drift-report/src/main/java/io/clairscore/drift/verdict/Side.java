package io.clairscore.drift.verdict;

/**
 * One side of a column in figures; NaN where a figure does not exist.
 *
 * @param distinct distinct values
 * @param mean of the numbers, sentinels apart, like the other four
 */
public record Side(
    long rows,
    long missing,
    long infinite,
    long sentinels,
    int distinct,
    double mean,
    double standardDeviation,
    double min,
    double median,
    double max) {
  static final Side ABSENT = ofCategories(0, 0, 0);

  static Side ofCategories(long rows, long missing, int distinct) {
    double none = Double.NaN;
    return new Side(rows, missing, 0, 0, distinct, none, none, none, none, none);
  }

  public double missingShare() {
    return (double) missing / rows;
  }
}
