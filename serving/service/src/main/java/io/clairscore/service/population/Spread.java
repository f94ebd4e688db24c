package io.clairscore.service.population;

import io.clairscore.service.population.selection.PopulationColumn;
import io.clairscore.service.population.selection.Selection;
import io.clairscore.service.population.selection.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the numbers of a column lie over a selection.
 *
 * @param known clients with a value
 * @param missing clients without
 * @param quantiles at each of {@link #THOUSANDTHS}, the least and the greatest value included; NaN
 *     if nobody has a value
 */
public record Spread(long known, long missing, List<Double> quantiles) {
  /** Where the quantiles are taken. */
  public static final List<Integer> THOUSANDTHS = List.of(0, 10, 50, 250, 500, 750, 950, 990, 1000);

  public Spread {
    quantiles = List.copyOf(quantiles);
  }

  static Spread of(Ladder ladder, long clients) {
    return new Spread(
        ladder.count(), clients - ladder.count(), THOUSANDTHS.stream().map(ladder::at).toList());
  }

  static Spread read(ClientTable table, PopulationColumn column, Selection selection) {
    List<PopulationColumn> columns = new ArrayList<>(selection.columns());
    columns.add(column);
    Sql sql =
        Sql.join(
            "SELECT count(*), count(v), " + quantiles("v") + " FROM (SELECT (",
            column.sql(),
            ")::DOUBLE AS v FROM " + table.with(columns) + " WHERE ",
            selection.condition(),
            ")");
    return table.ask(
        sql,
        row -> {
          row.next();
          long known = row.getLong(2);
          return new Spread(known, row.getLong(1) - known, quantiles(row, 3));
        });
  }

  /** Share of the known numbers of a selection below a value, the equal ones by half. */
  static double rank(
      ClientTable table, PopulationColumn column, Selection selection, double value) {
    List<PopulationColumn> columns = new ArrayList<>(selection.columns());
    columns.add(column);
    Sql sql =
        Sql.join(
            Sql.of("SELECT count(v), count_if(v < ?), count_if(v = ?)", value, value),
            " FROM (SELECT (",
            column.sql(),
            ")::DOUBLE AS v FROM " + table.with(columns) + " WHERE ",
            selection.condition(),
            ")");
    return table.ask(
        sql,
        row -> {
          row.next();
          return (row.getLong(2) + row.getLong(3) / 2.0) / row.getLong(1);
        });
  }

  private static String quantiles(String value) {
    List<String> shares = THOUSANDTHS.stream().map(at -> Double.toString(at / 1000.0)).toList();
    return "quantile_cont(" + value + ", [" + String.join(", ", shares) + "])";
  }

  private static List<Double> quantiles(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) {
      return Collections.nCopies(THOUSANDTHS.size(), Double.NaN);
    }
    List<Double> quantiles = new ArrayList<>();
    for (Object quantile : (Object[]) array.getArray()) {
      quantiles.add(((Number) quantile).doubleValue());
    }
    return quantiles;
  }
}
