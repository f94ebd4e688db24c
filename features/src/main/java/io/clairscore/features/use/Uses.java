package io.clairscore.features.use;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The table of uses: a ruling for every column of every table, and stricter ones for values of
 * categories that reveal what may not decide, or that nobody can name. It is complete and names
 * nothing unknown, or the program does not start.
 */
public final class Uses {
  private static final Uses ALL = new Uses();

  private final TextTable columns = TextTable.read(Uses.class, "columns.tsv", 2);
  private final TextTable values = TextTable.read(Uses.class, "values.tsv", 3);

  private Uses() {
    columns.demandExactly(
        Arrays.stream(Table.values())
            .flatMap(table -> table.schema().columns().stream())
            .map(column -> List.of(column.table(), column.name()))
            .collect(Collectors.toSet()));
    values.keys().forEach(Uses::demandKnown);
    for (Table table : Table.values()) {
      table.schema().columns().forEach(this::of);
      table.schema().numbers().forEach(this::nature);
      table
          .schema()
          .categories()
          .forEach(column -> column.values().forEach(value -> of(column, value)));
    }
  }

  /** The table, read once. */
  public static Uses all() {
    return ALL;
  }

  /** What may be done with a column. */
  public Ruling of(Column column) {
    return ruling(columns, column.table(), column.name());
  }

  /** What may be done with the knowledge that a category has this value, or has it not. */
  public Ruling of(CategoryColumn column, String value) {
    Ruling ofColumn = of(column);
    return values.has(column.table(), column.name(), value)
        ? ofColumn.and(ruling(values, column.table(), column.name(), value))
        : ofColumn;
  }

  public Nature nature(NumberColumn column) {
    return Nature.valueOf(upper(columns.cell("nature", column.table(), column.name())));
  }

  private static Ruling ruling(TextTable table, String... key) {
    return new Ruling(
        Use.valueOf(upper(table.cell("use", key))), Ground.valueOf(table.cell("ground", key)));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static void demandKnown(List<String> key) {
    boolean known =
        Table.named(key.get(0))
            .flatMap(table -> table.schema().column(key.get(1)))
            .filter(CategoryColumn.class::isInstance)
            .map(column -> ((CategoryColumn) column).values().contains(key.get(2)))
            .orElse(false);
    if (!known) {
      throw new IllegalStateException(
          "values.tsv rules about " + key + ", which no table has. Correct or remove the row.");
    }
  }
}
