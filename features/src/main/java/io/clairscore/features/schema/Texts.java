package io.clairscore.features.schema;

import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read about the schema: labels and descriptions of tables, columns, values and units,
 * in French and English. The texts stand in resource tables beside this class; they are complete
 * and name nothing unknown, or the program does not start.
 */
public final class Texts {
  private static final Texts ALL = new Texts();

  private final TextTable tables = TextTable.read(Texts.class, "tables.tsv", 1);
  private final TextTable columns = TextTable.read(Texts.class, "columns.tsv", 2);
  private final TextTable values = TextTable.read(Texts.class, "values.tsv", 3);
  private final TextTable units = TextTable.read(Texts.class, "units.tsv", 1);

  private Texts() {
    tables.demandExactly(keys(Arrays.stream(Table.values()).map(table -> table.schema().name())));
    units.demandExactly(keys(Arrays.stream(Unit.values()).map(Unit::name)));
    Set<List<String>> expectedColumns = new HashSet<>();
    Set<List<String>> expectedValues = new HashSet<>();
    for (Table table : Table.values()) {
      String name = table.schema().name();
      for (Column column : table.schema().columns()) {
        expectedColumns.add(List.of(name, column.name()));
      }
      for (CategoryColumn column : table.schema().categories()) {
        column.values().forEach(value -> expectedValues.add(List.of(name, column.name(), value)));
      }
    }
    columns.demandExactly(expectedColumns);
    values.demandExactly(expectedValues);
  }

  /** The texts of the schema, read once. */
  public static Texts all() {
    return ALL;
  }

  public Text label(Table table) {
    return tables.text("label", table.schema().name());
  }

  public Text description(Table table) {
    return tables.text("description", table.schema().name());
  }

  /** A few words, without full stop; unique within a table. */
  public Text label(Column column) {
    return columns.text("label", column.table(), column.name());
  }

  /** One sentence for a reader who is no data scientist. */
  public Text description(Column column) {
    return columns.text("description", column.table(), column.name());
  }

  /**
   * Label of a value as written in the files.
   *
   * @throws IllegalStateException if the value is not one of the frozen values of the column
   */
  public Text label(CategoryColumn column, String value) {
    return values.text("label", column.table(), column.name(), value);
  }

  public Text label(Unit unit) {
    return units.text("label", unit.name());
  }

  private static Set<List<String>> keys(Stream<String> names) {
    return names.map(List::of).collect(Collectors.toSet());
  }
}
