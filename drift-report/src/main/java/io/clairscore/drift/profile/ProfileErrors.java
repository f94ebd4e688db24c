package io.clairscore.drift.profile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every reason not to profile, in words. */
final class ProfileErrors {
  private ProfileErrors() {}

  static IllegalArgumentException notOfOneColumn(ColumnProfile one, ColumnProfile other) {
    return new IllegalArgumentException(
        "Two profiles cannot be added\n  Cause: they are not of one column with the same limits: "
            + one.getClass().getSimpleName()
            + " and "
            + other.getClass().getSimpleName()
            + "\n  Remedy: profile all parts of a population with the same columns and limits");
  }

  static IllegalArgumentException otherColumns(Set<String> some, Set<String> others) {
    Set<String> apart = new TreeSet<>(some);
    apart.addAll(others);
    apart.removeIf(name -> some.contains(name) && others.contains(name));
    return new IllegalArgumentException(
        "Two profiles cannot be added\n  Cause: only one of them has the columns "
            + apart
            + "\n  Remedy: profile all parts of a population with the same columns");
  }

  static IllegalArgumentException otherRows(String column, long rows, long expected) {
    return new IllegalArgumentException(
        "A population cannot be profiled\n  Cause: its column %s has %d of %d rows\n  Remedy: give"
                .formatted(column, rows, expected)
            + " each column one value per row, NaN or null if it is missing, and end each row");
  }

  static IllegalArgumentException repeatedColumn(List<ColumnSpec> columns) {
    return new IllegalArgumentException(
        "A population cannot be profiled\n  Cause: two columns have one name among "
            + columns.stream().map(ColumnSpec::name).toList()
            + "\n  Remedy: name each column once");
  }

  static IllegalArgumentException notOfNumbers(ColumnSpec column) {
    return new IllegalArgumentException("Column " + column.name() + " does not hold numbers");
  }

  static IllegalArgumentException notOfCategories(ColumnSpec column) {
    return new IllegalArgumentException("Column " + column.name() + " does not hold categories");
  }

  static IllegalArgumentException unreadable(String cause) {
    return new IllegalArgumentException(
        "The profile cannot be read\n  Cause: "
            + cause
            + "\n  Remedy: profile the population again with this version of Clairscore");
  }
}
