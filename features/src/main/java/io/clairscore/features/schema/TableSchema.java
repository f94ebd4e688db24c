package io.clairscore.features.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of one table, in file order, and its primary key.
 *
 * @param name name of the table, which is also its file name without extension and, for the
 *     application table, without {@code _train} or {@code _test}
 * @param columns every column, in file order
 * @param primaryKey columns that together identify a row; empty if rows may repeat
 */
public record TableSchema(String name, List<Column> columns, List<NumberColumn> primaryKey) {

  public TableSchema {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    Map<String, Long> counts =
        columns.stream().collect(Collectors.groupingBy(Column::name, Collectors.counting()));
    counts.forEach(
        (column, count) -> {
          if (count > 1) {
            throw new IllegalArgumentException("Column declared twice: " + name + "." + column);
          }
        });
  }

  public int width() {
    return columns.size();
  }

  public Optional<Column> column(String header) {
    return columns.stream().filter(column -> column.name().equals(header)).findFirst();
  }

  /** Columns by header, in file order. */
  public Map<String, Column> byName() {
    return columns.stream()
        .collect(
            Collectors.toMap(
                Column::name, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
  }
}
