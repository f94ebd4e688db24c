package io.clairscore.features.schema;

import io.clairscore.features.schema.Column.Role;
import java.util.ArrayList;
import java.util.List;

/** Declares the columns of one table in file order, then closes them into its schema. */
final class TableColumns {
  private final String table;
  private final List<Column> columns = new ArrayList<>();

  TableColumns(String table) {
    this.table = table;
  }

  NumberColumn identifier(String name) {
    return number(name, Role.IDENTIFIER, Unit.IDENTIFIER, true, 1, Integer.MAX_VALUE, false);
  }

  NumberColumn label(String name) {
    return number(name, Role.LABEL, Unit.FLAG, true, 0, 1, false);
  }

  NumberColumn flag(String name) {
    return integer(name, Unit.FLAG, 0, 1);
  }

  NumberColumn days(String name, double min, double max) {
    return integer(name, Unit.DAYS, min, max);
  }

  NumberColumn daysOrSentinel(String name, double min, double max) {
    return number(name, Role.ATTRIBUTE, Unit.DAYS, true, min, max, true);
  }

  NumberColumn months(String name, double min, double max) {
    return integer(name, Unit.MONTHS, min, max);
  }

  NumberColumn count(String name, double max) {
    return integer(name, Unit.COUNT, 0, max);
  }

  NumberColumn money(String name, double min, double max) {
    return decimal(name, Unit.MONEY, min, max);
  }

  NumberColumn share(String name) {
    return decimal(name, Unit.RATIO, 0, 1);
  }

  NumberColumn integer(String name, Unit unit, double min, double max) {
    return number(name, Role.ATTRIBUTE, unit, true, min, max, false);
  }

  NumberColumn decimal(String name, Unit unit, double min, double max) {
    return number(name, Role.ATTRIBUTE, unit, false, min, max, false);
  }

  CategoryColumn category(String name, String... values) {
    return category(name, List.of(values));
  }

  CategoryColumn category(String name, List<String> values) {
    return add(new CategoryColumn(table, name, columns.size(), values));
  }

  TableSchema schema(NumberColumn... primaryKey) {
    return new TableSchema(table, columns, List.of(primaryKey));
  }

  private NumberColumn number(
      String name,
      Role role,
      Unit unit,
      boolean integer,
      double min,
      double max,
      boolean sentinel) {
    return add(
        new NumberColumn(table, name, columns.size(), role, unit, integer, min, max, sentinel));
  }

  private <C extends Column> C add(C column) {
    columns.add(column);
    return column;
  }
}
