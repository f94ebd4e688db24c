package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clairscore.drift.statistics.CellCounts;

/**
 * The shape of a column on bins both sides share.
 *
 * @param from where the bins begin; the first one holds what is below, too
 * @param to where they end; the last one holds what is above, too
 * @param counts rows by bin; bins of equal width for numbers, else one per cell
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Histogram(double from, double to, CellCounts counts) {
  static final Histogram NONE =
      new Histogram(Double.NaN, Double.NaN, new CellCounts(new long[0], new long[0]));
}
