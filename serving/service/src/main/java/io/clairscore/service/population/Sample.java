package io.clairscore.service.population;

import io.clairscore.service.population.Pair.Point;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the selected clients, the same at every time: those whose number, scattered, is least.
 * Their numbers do not leave.
 */
final class Sample {
  /** Knuth's multiplicative hash of a number, in 32 bits. */
  static final long FACTOR = 2_654_435_761L;

  static final long MODULUS = 1L << 32;

  private static final String SCATTERED =
      "(" + KeptColumns.CLIENT + "::BIGINT * " + FACTOR + ") % " + MODULUS;

  private final ClientTable table;

  Sample(ClientTable table) {
    this.table = table;
  }

  List<Point> of(Dimension x, Dimension y, ClientSelection selection) {
    List<ExploredColumn> columns = new ArrayList<>(selection.columns());
    columns.add(x.column());
    columns.add(y.column());
    Sql sql =
        Sql.join(
            "SELECT x, y, \"decision\"::VARCHAR, \"outcome\" FROM (SELECT ",
            value(x),
            " AS x, ",
            value(y),
            " AS y, \"decision\", \"outcome\", " + SCATTERED + " AS scattered FROM ",
            table.with(columns),
            " WHERE ",
            selection.condition(),
            ") WHERE x IS NOT NULL AND y IS NOT NULL AND \"decision\" IS NOT NULL"
                + " ORDER BY scattered LIMIT "
                + Pair.MOST_POINTS);
    return table.ask(
        columns,
        sql,
        rows -> {
          List<Point> points = new ArrayList<>();
          while (rows.next()) {
            points.add(point(x, y, rows));
          }
          return points;
        });
  }

  private static Sql value(Dimension dimension) {
    return Sql.of("(" + dimension.column().sql() + ")::" + type(dimension));
  }

  private static String type(Dimension dimension) {
    return dimension.column().isNumber() ? "DOUBLE" : "VARCHAR";
  }

  private static Point point(Dimension x, Dimension y, ResultSet row) throws SQLException {
    Object outcome = row.getObject(4);
    return new Point(
        coordinate(x, row.getObject(1)),
        coordinate(y, row.getObject(2)),
        row.getString(3).equals("REFUSED"),
        outcome == null ? null : ((Number) outcome).intValue() == 1);
  }

  private static double coordinate(Dimension dimension, Object value) {
    return dimension.column().isNumber() ? ((Number) value).doubleValue() : dimension.place(value);
  }
}
