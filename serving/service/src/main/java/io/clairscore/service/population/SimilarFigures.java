package io.clairscore.service.population;

import io.clairscore.service.population.Comparison.GroupFigures;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The similar clients in figures: each of two queries reads the rows once. */
final class SimilarFigures {
  private static final String QUARTILES = "[0.25, 0.5, 0.75]";

  /** Clients with a value, with a lower one, with the same, and the quartiles. */
  private static final int FIGURES = 4;

  private final ClientTable table;

  SimilarFigures(ClientTable table) {
    this.table = table;
  }

  GroupFigures group(Subject subject, SimilarClients similar) {
    Sql sql =
        Sql.join(
            "SELECT "
                + Tally.SQL
                + ", quantile_cont(\"points\"::DOUBLE, "
                + QUARTILES
                + ") FROM "
                + table.with(similar.selection().columns())
                + " WHERE ",
            SimilarClients.condition(similar.selection(), subject));
    return table.ask(
        similar.selection().columns(),
        sql,
        row -> {
          row.next();
          double[] points = quartiles(row.getArray(7));
          return new GroupFigures(TallyQuery.tally(row, 0), points[0], points[1], points[2]);
        });
  }

  /** The standing of the client in each column. */
  List<Standing> standings(Subject subject, SimilarClients similar, List<ExploredColumn> columns) {
    List<ExploredColumn> read = new ArrayList<>(similar.selection().columns());
    read.addAll(columns);
    List<Sql> values = new ArrayList<>();
    List<Sql> figures = new ArrayList<>();
    for (ExploredColumn column : columns) {
      String name = "v" + values.size();
      String type = column.isNumber() ? "DOUBLE" : "VARCHAR";
      values.add(Sql.of("(" + column.sql() + ")::" + type + " AS " + name));
      figures.add(figures(name, subject, column));
    }
    Sql sql =
        Sql.join(
            "SELECT count(*), ",
            Sql.list(figures, ", "),
            " FROM (SELECT ",
            Sql.list(values, ", "),
            " FROM " + table.with(read) + " WHERE ",
            SimilarClients.condition(similar.selection(), subject),
            ")");
    return table.ask(
        read,
        sql,
        row -> {
          row.next();
          List<Standing> standings = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            boolean hasValue = subject.values().containsKey(columns.get(i));
            standings.add(standing(row, 2 + FIGURES * i, columns.get(i).isNumber(), hasValue));
          }
          return standings;
        });
  }

  private static Sql figures(String name, Subject subject, ExploredColumn column) {
    if (!column.isNumber()) {
      String value = subject.category(column).orElse("");
      return Sql.of("count(" + name + "), 0, count_if(" + name + " = ?), NULL::DOUBLE[]", value);
    }
    double value = subject.number(column).orElse(Double.NaN);
    return Sql.of(
        "count("
            + name
            + "), count_if("
            + name
            + " < ?), count_if("
            + name
            + " = ?),"
            + " quantile_cont("
            + name
            + ", "
            + QUARTILES
            + ")",
        value,
        value);
  }

  private static Standing standing(ResultSet row, int first, boolean number, boolean hasValue)
      throws SQLException {
    long clients = row.getLong(1);
    long known = row.getLong(first);
    long same = row.getLong(first + 2);
    if (!number) {
      return Standing.ofCategory(known, clients, hasValue ? same : -1);
    }
    double[] quartiles = quartiles(row.getArray(first + 3));
    double rank = hasValue ? (row.getLong(first + 1) + same / 2.0) / known : Double.NaN;
    return new Standing(
        known, new Share(clients - known, clients), quartiles[0], quartiles[1], quartiles[2], rank);
  }

  private static double[] quartiles(Array array) throws SQLException {
    double[] quartiles = {Double.NaN, Double.NaN, Double.NaN};
    if (array != null) {
      Object[] found = (Object[]) array.getArray();
      for (int i = 0; i < found.length; i++) {
        quartiles[i] = ((Number) found[i]).doubleValue();
      }
    }
    return quartiles;
  }
}
