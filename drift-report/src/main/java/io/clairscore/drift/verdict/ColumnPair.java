package io.clairscore.drift.verdict;

import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.statistics.KolmogorovSmirnov;
import io.clairscore.drift.statistics.StabilityIndex;
import io.clairscore.drift.statistics.TestResult;
import io.clairscore.drift.statistics.ValueCounts;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Both sides of one column, as statistics read them.
 *
 * @param level false discoveries tolerated
 * @param cells of the stability index, what is no value among them
 * @param values one cell per value or category, if that is how the column is read
 * @param theirs Evidently's bins, if it has any
 * @param numbers the numbers themselves, if there are
 */
record ColumnPair(
    long referenceRows,
    long currentRows,
    double level,
    CellCounts cells,
    Optional<CellCounts> values,
    Optional<CellCounts> theirs,
    Optional<Numbers> numbers) {

  /** The numbers of both sides, and the one test of them that takes long. */
  record Numbers(ValueCounts reference, ValueCounts current, TestResult kolmogorovSmirnov) {
    static Numbers of(ValueCounts reference, ValueCounts current) {
      return new Numbers(reference, current, KolmogorovSmirnov.test(reference, current));
    }
  }

  /** Of two cells at least: a single value seen once does not show that there is no other. */
  double criticalPsi() {
    return StabilityIndex.criticalValue(
        referenceRows, currentRows, Math.max(2, cells.occupied()), level);
  }

  double ofValues(ToDoubleFunction<CellCounts> statistic) {
    return values.map(statistic::applyAsDouble).orElse(Double.NaN);
  }

  double ofTheirs(ToDoubleFunction<CellCounts> statistic) {
    return theirs.map(statistic::applyAsDouble).orElse(Double.NaN);
  }

  double ofNumbers(ToDoubleBiFunction<ValueCounts, ValueCounts> statistic) {
    return numbers.map(of -> statistic.applyAsDouble(of.reference, of.current)).orElse(Double.NaN);
  }

  double ofKolmogorovSmirnov(ToDoubleFunction<TestResult> part) {
    return numbers.map(of -> part.applyAsDouble(of.kolmogorovSmirnov)).orElse(Double.NaN);
  }
}
