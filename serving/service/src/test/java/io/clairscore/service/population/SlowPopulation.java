package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Filter;
import io.clairscore.service.population.selection.ScoreColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The same answers by loops over rows, one after the other: slow, and obviously right. */
final class SlowPopulation {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** The rows of a file, with the features that are needed; a row of all of them is very wide. */
  SlowPopulation(Path file, List<String> features) {
    String needed =
        features.stream().map(name -> ", \"feature." + name + "\"").collect(Collectors.joining());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet read =
            statement.executeQuery(
                "SELECT COLUMNS(lambda c: NOT starts_with(c, 'feature.'))"
                    + needed
                    + " FROM '"
                    + file
                    + "'")) {
      int columns = read.getMetaData().getColumnCount();
      while (read.next()) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(read.getMetaData().getColumnName(i), read.getObject(i));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, Object>> where(Predicate<Map<String, Object>> condition) {
    return rows.stream().filter(condition).toList();
  }

  List<Map<String, Object>> selected(ClientSelection selection) {
    return where(row -> selection.filters().stream().allMatch(filter -> holds(filter, row)));
  }

  private static boolean holds(Filter filter, Map<String, Object> row) {
    Object value = value(filter.column(), row);
    if (filter instanceof Filter.OneOf oneOf) {
      return value == null ? oneOf.missing() : oneOf.values().contains(value);
    }
    if (filter instanceof Filter.Between between) {
      return value != null && (Double) value >= between.min() && (Double) value <= between.max();
    }
    return value == null;
  }

  /** A double or a category's value, or null. */
  static Object value(ExploredColumn column, Map<String, Object> row) {
    Object stored = row.get(column.stored());
    if (stored == null) {
      return null;
    }
    if (column.equals(ScoreColumn.OUTCOME.column())) {
      return ((Number) stored).intValue() == 1 ? "DEFAULT" : "REPAID";
    }
    if (column.equals(ScoreColumn.REVIEW.column())) {
      return stored.equals(true) ? "YES" : "NO";
    }
    if (column.equals(ScoreColumn.AGE.column())) {
      return Math.floor(((Number) stored).doubleValue() / -365.25);
    }
    if (stored instanceof Number number) {
      boolean none =
          column.key().equals("application.DAYS_EMPLOYED") && number.intValue() == 365243;
      return none ? null : (Double) number.doubleValue();
    }
    return stored;
  }

  static int place(Dimension dimension, Map<String, Object> row) {
    Object value = value(dimension.column(), row);
    if (value == null) {
      return dimension.missing();
    }
    if (dimension.bands().isEmpty()) {
      int place = dimension.values().indexOf(value);
      return place < 0 ? dimension.other() : place;
    }
    int place = 0;
    for (double edge : dimension.bands().get().edges()) {
      boolean isFloat = row.get(dimension.column().stored()) instanceof Float;
      place += (Double) value >= (isFloat ? (double) (float) edge : edge) ? 1 : 0;
    }
    return place;
  }

  static Tally tally(List<Map<String, Object>> rows) {
    Tally tally = Tally.NONE;
    for (Map<String, Object> row : rows) {
      boolean scored = row.get("decision") != null;
      boolean known = row.get("outcome") != null;
      tally =
          tally.plus(
              new Tally(
                  1,
                  scored ? 1 : 0,
                  "REFUSED".equals(row.get("decision")) ? 1 : 0,
                  known ? 1 : 0,
                  "DEFAULT".equals(value(ScoreColumn.OUTCOME.column(), row)) ? 1 : 0,
                  scored ? (Double) row.get("probability") : 0));
    }
    return tally;
  }

  /** The known numbers of a column, ascending. */
  static double[] numbers(ExploredColumn column, List<Map<String, Object>> rows) {
    return rows.stream()
        .map(row -> value(column, row))
        .filter(value -> value != null)
        .mapToDouble(value -> (Double) value)
        .sorted()
        .toArray();
  }

  /** As NumPy interpolates. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * share;
    int below = (int) Math.floor(position);
    int above = (int) Math.ceil(position);
    return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
  }

  /** Share below a value, the equal ones by half. */
  static double rank(double[] numbers, double value) {
    double rank = 0;
    for (double number : numbers) {
      rank += number < value ? 1 : number == value ? 0.5 : 0;
    }
    return rank / numbers.length;
  }
}
