package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.statistics.Cut;
import io.clairscore.drift.statistics.ValueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The cells of the stability index: ranges, values or categories, then what is no value. */
record Cells(List<Cell> all) {

  Cells {
    all = List.copyOf(all);
  }

  /** One cell per decile range of the reference. */
  static Cells ofDeciles(NumberProfile reference, NumberProfile current) {
    Cut cut = Cut.atDeciles(reference.values());
    CellCounts counts = cut.count(reference.values(), current.values());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < cut.cells(); i++) {
      double from = i == 0 ? Double.NEGATIVE_INFINITY : cut.edges()[i - 1];
      double to = i == cut.cells() - 1 ? Double.POSITIVE_INFINITY : cut.edges()[i];
      long left = counts.reference()[i];
      long right = counts.current()[i];
      // Above a capped reference there may be nothing on either side, and then no cell.
      if (left + right > 0) {
        cells.add(new Cell(Cell.Kind.RANGE, from, to, "", left, right));
      }
    }
    return withoutValue(cells, reference, current);
  }

  /** One cell per value. */
  static Cells ofValues(NumberProfile reference, NumberProfile current) {
    List<Cell> cells = new ArrayList<>();
    addValues(cells, Cell.Kind.VALUE, reference.values(), current.values());
    return withoutValue(cells, reference, current);
  }

  CellCounts counts() {
    return counts(all);
  }

  /** The cells of values alone, as a distance between distributions of values reads them. */
  CellCounts ofValuesAlone() {
    return counts(
        all.stream()
            .filter(cell -> cell.kind() != Cell.Kind.MISSING && cell.kind() != Cell.Kind.INFINITE)
            .toList());
  }

  static CellCounts counts(List<Cell> cells) {
    return new CellCounts(side(cells, Cell::reference), side(cells, Cell::current));
  }

  private static Cells withoutValue(
      List<Cell> cells, NumberProfile reference, NumberProfile current) {
    addValues(cells, Cell.Kind.SENTINEL, reference.sentinels(), current.sentinels());
    add(cells, Cell.Kind.INFINITE, reference.infinite(), current.infinite());
    add(cells, Cell.Kind.MISSING, reference.missing(), current.missing());
    return new Cells(cells);
  }

  private static void addValues(
      List<Cell> cells, Cell.Kind kind, ValueCounts reference, ValueCounts current) {
    ValueCounts union = reference.plus(current);
    CellCounts counts = CellCounts.ofValues(reference, current);
    long[] left = counts.reference();
    long[] right = counts.current();
    for (int i = 0; i < union.distinct(); i++) {
      double value = union.value(i);
      cells.add(new Cell(kind, value, value, "", left[i], right[i]));
    }
  }

  static void add(List<Cell> cells, Cell.Kind kind, long reference, long current) {
    if (reference + current > 0) {
      cells.add(new Cell(kind, Double.NaN, Double.NaN, "", reference, current));
    }
  }

  private static long[] side(List<Cell> cells, ToLongFunction<Cell> side) {
    return cells.stream().mapToLong(side).toArray();
  }
}
