package io.clairscore.drift.profile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a program that fills or adds profiles may do wrong. */
final class ProfileErrors {
  private ProfileErrors() {}

  static IllegalArgumentException notOfOneColumn(ColumnProfile one, ColumnProfile other) {
    return new IllegalArgumentException(
        "Profiles that are not of one column with the same limits cannot be added: %s and %s"
            .formatted(one.getClass().getSimpleName(), other.getClass().getSimpleName()));
  }

  static IllegalArgumentException otherColumns(Set<String> some, Set<String> others) {
    Set<String> apart = new TreeSet<>(some);
    apart.addAll(others);
    apart.removeIf(name -> some.contains(name) && others.contains(name));
    return new IllegalArgumentException(
        "Profiles cannot be added of which only one has the columns " + apart);
  }

  static IllegalArgumentException otherRows(String column, long rows, long expected) {
    return new IllegalArgumentException(
        "Column %s has %d of %d rows: each row gives each column one value, NaN or null if missing"
            .formatted(column, rows, expected));
  }

  static IllegalArgumentException repeatedColumn(List<ColumnSpec> columns) {
    return new IllegalArgumentException(
        "Two columns have one name among " + columns.stream().map(ColumnSpec::name).toList());
  }

  static IllegalArgumentException notOfNumbers(ColumnSpec column) {
    return new IllegalArgumentException("Column " + column.name() + " does not hold numbers");
  }

  static IllegalArgumentException notOfCategories(ColumnSpec column) {
    return new IllegalArgumentException("Column " + column.name() + " does not hold categories");
  }
}
