package io.clairscore.features.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("Column declared twice: " + column);
      }
    }
  }

  public int width() {
    return columns.size();
  }

  public Optional<Column> column(String header) {
    return columns.stream().filter(column -> column.name().equals(header)).findFirst();
  }

  /** Columns by header, in file order. */
  public Map<String, Column> byName() {
    Map<String, Column> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    return byName;
  }

  /** Every column of numbers, in file order. */
  public List<NumberColumn> numbers() {
    return only(NumberColumn.class);
  }

  /** Every column of categories, in file order. */
  public List<CategoryColumn> categories() {
    return only(CategoryColumn.class);
  }

  private <C extends Column> List<C> only(Class<C> kind) {
    return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
