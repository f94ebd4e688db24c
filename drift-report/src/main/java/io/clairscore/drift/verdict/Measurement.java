package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.ColumnType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything measured about a column, before anything is called drift.
 *
 * @param type of the reference, or of the current side if only that has the column
 * @param relativeError how far numbers may be off in the profiles; 0 if they are exact
 * @param checks what was looked at, in order
 * @param appeared categories only the current side has, the 100 largest
 * @param lost categories only the reference has, the 100 largest
 */
public record Measurement(
    RowStatus status,
    ColumnType type,
    TestChoice rule,
    Side reference,
    Side current,
    double relativeError,
    List<Cell> cells,
    Histogram histogram,
    Statistics statistics,
    List<Check> checks,
    List<CategoryRows> appeared,
    List<CategoryRows> lost,
    EvidentlyVerdict evidently) {

  public Measurement {
    cells = List.copyOf(cells);
    checks = List.copyOf(checks);
    appeared = List.copyOf(appeared);
    lost = List.copyOf(lost);
  }

  /** A column nothing can be measured of. */
  static Measurement none(RowStatus status, ColumnType type, Side reference, Side current) {
    return new Measurement(
        status,
        type,
        TestChoice.NONE,
        reference,
        current,
        0,
        List.of(),
        Histogram.NONE,
        Statistics.NONE,
        List.of(),
        List.of(),
        List.of(),
        EvidentlyVerdict.NONE);
  }

  /** Rows of the reference in all cells. */
  public double referenceInCells() {
    return cells.stream().mapToLong(Cell::reference).sum();
  }

  /** Rows of the current population in all cells. */
  public double currentInCells() {
    return cells.stream().mapToLong(Cell::current).sum();
  }

  /** The check that decided: the most severe, then the one farthest above its limit. */
  Optional<Check> decisive() {
    return checks.stream()
        .max(
            Comparator.comparing(Check::severity)
                .thenComparingDouble(check -> Double.isNaN(check.score()) ? -1 : check.ratio()));
  }

  Measurement with(List<Check> judged) {
    return new Measurement(
        status,
        type,
        rule,
        reference,
        current,
        relativeError,
        cells,
        histogram,
        statistics,
        judged,
        appeared,
        lost,
        evidently);
  }
}
