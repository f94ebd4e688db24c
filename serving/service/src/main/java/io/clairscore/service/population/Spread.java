package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
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
 * @param rank share of the known numbers below the value of the client who is looked at, the equal
 *     ones by half; NaN if there is none
 */
public record Spread(long known, long missing, List<Double> quantiles, double rank) {
  /** Where the quantiles are taken. */
  public static final List<Integer> THOUSANDTHS = List.of(0, 10, 50, 250, 500, 750, 950, 990, 1000);

  public Spread {
    quantiles = List.copyOf(quantiles);
  }

  /** The spread of everybody, and the rank of a value, NaN if there is none. */
  static Spread of(Ladder ladder, long clients, double value) {
    return new Spread(
        ladder.count(),
        clients - ladder.count(),
        THOUSANDTHS.stream().map(ladder::at).toList(),
        Double.isNaN(value) ? Double.NaN : ladder.rank(value));
  }

  /** The spread of a selection, and the rank of a value, NaN if there is none. */
  static Spread read(
      ClientTable table, ExploredColumn column, ClientSelection selection, double value) {
    List<ExploredColumn> columns = new ArrayList<>(selection.columns());
    columns.add(column);
    Sql sql =
        Sql.join(
            Sql.of("SELECT count(*), count(v), count_if(v < ?), count_if(v = ?), ", value, value),
            quantiles("v") + " FROM (SELECT (" + column.sql() + ")::DOUBLE AS v FROM ",
            table.with(columns) + " WHERE ",
            selection.condition(),
            ")");
    return table.ask(
        columns,
        sql,
        row -> {
          row.next();
          long known = row.getLong(2);
          double rank = (row.getLong(3) + row.getLong(4) / 2.0) / known;
          return new Spread(
              known,
              row.getLong(1) - known,
              quantiles(row, 5),
              Double.isNaN(value) ? Double.NaN : rank);
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
