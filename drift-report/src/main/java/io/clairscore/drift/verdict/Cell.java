package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * One cell of a column with its rows on both sides.
 *
 * @param kind what the cell holds
 * @param from lower bound, exclusive, of a range; the number of a value or sentinel
 * @param to upper bound, inclusive, of a range
 * @param category the category, empty otherwise
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Cell(
    Kind kind, double from, double to, String category, long reference, long current) {

  /** What a cell holds. */
  public enum Kind {
    RANGE,
    VALUE,
    CATEGORY,
    /** All categories that have no cell of their own on the page. */
    OTHERS,
    SENTINEL,
    INFINITE,
    MISSING
  }
}
