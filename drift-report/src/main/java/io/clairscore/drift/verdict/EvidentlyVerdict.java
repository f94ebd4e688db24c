package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What Evidently's default preset says of a column.
 *
 * @param rule its rule, or {@link TestChoice#NONE} if it has no test for the column
 * @param score a p-value or a distance
 * @param threshold 0.05 or 0.1
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record EvidentlyVerdict(
    TestChoice rule, Statistic measure, double score, double threshold, boolean drifted) {
  static final EvidentlyVerdict NONE =
      new EvidentlyVerdict(TestChoice.NONE, Statistic.WASSERSTEIN, Double.NaN, Double.NaN, false);
}
