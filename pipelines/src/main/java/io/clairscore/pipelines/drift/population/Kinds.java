package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column of a source table or of the features holds. */
final class Kinds {
  private Kinds() {}

  /** The attributes of a source table among these columns, with their special values. */
  static List<ColumnSpec> ofTable(Table table, Collection<String> present) {
    return table.schema().columns().stream()
        .filter(column -> column.role() == Column.Role.ATTRIBUTE)
        .filter(column -> present.contains(column.name()))
        .map(Kinds::spec)
        .toList();
  }

  static List<ColumnSpec> ofFeatures(List<String> names) {
    return names.stream().map(name -> new ColumnSpec(name, ColumnType.REAL)).toList();
  }

  /** The source table that has all these columns. */
  static Optional<Table> table(Collection<String> columns) {
    return Arrays.stream(Table.values())
        .filter(table -> names(table).containsAll(columns))
        .findFirst();
  }

  static Set<String> names(Table table) {
    return table.schema().byName().keySet();
  }

  private static ColumnSpec spec(Column column) {
    if (column instanceof NumberColumn number) {
      return new ColumnSpec(
          column.name(),
          number.integer() ? ColumnType.INTEGER : ColumnType.REAL,
          number.hasSentinel() ? List.of(NumberColumn.NO_DATE) : List.of());
    }
    return new ColumnSpec(column.name(), ColumnType.CATEGORY);
  }
}
