package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.statistics.Cut;
import io.clairscore.drift.statistics.ValueCounts;
import java.util.List;
import java.util.Optional;

/** Measures a column of numbers. */
final class NumberComparison {
  private static final int FEW_VALUES = 20;
  private static final int MOST_VALUE_CELLS = 50;
  private static final int BINS = 20;
  private static final double TAIL = 0.01;

  private final NumberProfile reference;
  private final NumberProfile current;
  private final DriftPolicy policy;

  NumberComparison(NumberProfile reference, NumberProfile current, DriftPolicy policy) {
    this.reference = reference.atLeastAsCoarseAs(current.droppedBits());
    this.current = current.atLeastAsCoarseAs(reference.droppedBits());
    this.policy = policy;
  }

  Measurement measure() {
    Side left = side(reference);
    Side right = side(current);
    ColumnType type = reference.integers() ? ColumnType.INTEGER : ColumnType.REAL;
    if (reference.distinct() + current.distinct() == 0
        && reference.infinite() + current.infinite() == 0) {
      return Measurement.none(RowStatus.ALWAYS_MISSING, type, left, right);
    }
    TestChoice kind = hasFewValues() ? TestChoice.FEW_VALUES : TestChoice.CONTINUOUS;
    boolean few = kind == TestChoice.FEW_VALUES;
    Cells cells = few ? Cells.ofValues(reference, current) : Cells.ofDeciles(reference, current);
    Statistics statistics = Statistics.of(pair(cells, few));
    Checks checks = new Checks(policy);
    checks.computed(statistics, kind);
    checks.missing(left, right);
    checks.sentinels(left, right);
    checks.infinite(left, right);
    return new Measurement(
        RowStatus.COMPARED,
        type,
        kind,
        left,
        right,
        Math.max(reference.relativeError(), current.relativeError()),
        cells.all(),
        few ? byValue(cells) : byBins(),
        statistics,
        checks.all(),
        List.of(),
        List.of(),
        EvidentlyRules.of(reference, current));
  }

  private boolean hasFewValues() {
    return reference.values().distinct() <= FEW_VALUES
        && reference.values().plus(current.values()).distinct() <= MOST_VALUE_CELLS;
  }

  private ColumnPair pair(Cells cells, boolean few) {
    return new ColumnPair(
        reference.rows(),
        current.rows(),
        policy.level(),
        cells.counts(),
        few ? Optional.of(cells.ofValuesAlone()) : Optional.empty(),
        theirs(),
        Optional.of(ColumnPair.Numbers.of(reference.values(), current.values())));
  }

  /** On the bare column, as Evidently reads it: sentinels are values, missing ones are nothing. */
  private Optional<CellCounts> theirs() {
    ValueCounts left = reference.finite();
    ValueCounts right = current.finite();
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean integers =
        reference.integers() && current.integers() && reference.missing() + current.missing() == 0;
    return Optional.of(
        left.distinct() > FEW_VALUES
            ? Cut.bySturges(left, right, integers).count(left, right)
            : CellCounts.ofValues(left, right));
  }

  private Histogram byValue(Cells cells) {
    List<Cell> values =
        cells.all().stream().filter(cell -> cell.kind() == Cell.Kind.VALUE).toList();
    return new Histogram(Double.NaN, Double.NaN, Cells.counts(values));
  }

  /** Bins of equal width over all but the outermost values, which would leave no room for shape. */
  private Histogram byBins() {
    ValueCounts pooled = reference.values().plus(current.values());
    double from = pooled.quantile(TAIL);
    double to = pooled.quantile(1 - TAIL);
    if (!(to > from)) {
      from = pooled.isEmpty() ? 0 : pooled.min();
      to = pooled.isEmpty() ? 0 : pooled.max();
    }
    return new Histogram(
        from, to, Cut.ofEqualWidth(from, to, BINS).count(reference.values(), current.values()));
  }

  private static Side side(NumberProfile profile) {
    ValueCounts values = profile.values();
    boolean none = values.isEmpty();
    return new Side(
        profile.rows(),
        profile.missing(),
        profile.infinite(),
        profile.sentinels().total(),
        values.distinct(),
        values.mean(),
        values.standardDeviation(),
        none ? Double.NaN : values.min(),
        values.quantile(0.5),
        none ? Double.NaN : values.max());
  }
}
