package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What Evidently's default preset says of a column.
 *
 * @param rule its rule, or {@link Rule#NONE} if it has no test for the column
 * @param score a p-value or a distance
 * @param threshold 0.05 or 0.1
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record EvidentlyVerdict(
    Rule rule, Measure measure, double score, double threshold, boolean drifted) {
  static final EvidentlyVerdict NONE =
      new EvidentlyVerdict(Rule.NONE, Measure.WASSERSTEIN, Double.NaN, Double.NaN, false);
}
