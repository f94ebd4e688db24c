package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the columns a measure reads by running it against rows that record what they are asked. */
final class Lineage {
  /** Cells to probe with, so that each branch of a formula is taken once. */
  private static final double[] PROBES = {Double.NaN, -1, 0, 1, NumberColumn.NO_DATE};

  private static final Comparator<Column> ORDER =
      Comparator.<Column, Table>comparing(column -> Table.named(column.table()).orElseThrow())
          .thenComparing(Column::position);

  private Lineage() {}

  static Set<Column> of(Measure measure, Optional<Category> filter) {
    Set<Column> asked = new TreeSet<>(ORDER);
    for (double probe : PROBES) {
      Row row = new RecordingRow(probe, asked);
      measure.read(row);
      filter.ifPresent(kept -> row.code(kept.column()));
    }
    return new LinkedHashSet<>(asked);
  }

  private record RecordingRow(double cell, Set<Column> asked) implements Row {
    @Override
    public double number(NumberColumn column) {
      asked.add(column);
      return cell;
    }

    @Override
    public int code(CategoryColumn column) {
      asked.add(column);
      return (int) cell;
    }
  }
}
