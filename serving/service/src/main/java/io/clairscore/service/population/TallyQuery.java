package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the selected clients by the places of one or two dimensions. */
final class TallyQuery {
  private final ClientTable table;

  TallyQuery(ClientTable table) {
    this.table = table;
  }

  /** The tally of every place of a dimension. */
  List<Tally> by(Dimension dimension, ClientSelection selection) {
    Tally[] tallies = new Tally[dimension.places()];
    Arrays.fill(tallies, Tally.NONE);
    List<Dimension> dimensions = List.of(dimension);
    return table.ask(
        columns(dimensions, selection),
        sql(dimensions, selection),
        rows -> {
          while (rows.next()) {
            int place = dimension.place(rows.getObject(1));
            tallies[place] = tallies[place].plus(tally(rows, 1));
          }
          return List.of(tallies);
        });
  }

  /** The tally of every pair of places, by the first dimension and then by the second. */
  List<List<Tally>> by(Dimension first, Dimension second, ClientSelection selection) {
    Tally[][] tallies = new Tally[first.places()][second.places()];
    for (Tally[] row : tallies) {
      Arrays.fill(row, Tally.NONE);
    }
    List<Dimension> dimensions = List.of(first, second);
    return table.ask(
        columns(dimensions, selection),
        sql(dimensions, selection),
        rows -> {
          while (rows.next()) {
            Tally[] row = tallies[first.place(rows.getObject(1))];
            int place = second.place(rows.getObject(2));
            row[place] = row[place].plus(tally(rows, 2));
          }
          return Arrays.stream(tallies).map(List::of).toList();
        });
  }

  private static List<ExploredColumn> columns(
      List<Dimension> dimensions, ClientSelection selection) {
    List<ExploredColumn> columns = new ArrayList<>(selection.columns());
    dimensions.forEach(dimension -> columns.add(dimension.column()));
    return columns;
  }

  private Sql sql(List<Dimension> dimensions, ClientSelection selection) {
    List<Sql> keys = new ArrayList<>();
    List<Sql> names = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      String name = "g" + keys.size();
      keys.add(Sql.join(dimension.sql(), " AS " + name + ", "));
      names.add(Sql.of(name));
    }
    Sql groups = Sql.list(names, ", ");
    return Sql.join(
        "SELECT ",
        groups,
        ", " + Tally.SQL + " FROM (SELECT ",
        Sql.list(keys, ""),
        Tally.COLUMNS + " FROM " + table.with(columns(dimensions, selection)) + " WHERE ",
        selection.condition(),
        ") GROUP BY ",
        groups);
  }

  /** The tally behind so many other columns of a row. */
  static Tally tally(ResultSet row, int behind) throws SQLException {
    return new Tally(
        row.getLong(behind + 1),
        row.getLong(behind + 2),
        row.getLong(behind + 3),
        row.getLong(behind + 4),
        row.getLong(behind + 5),
        row.getDouble(behind + 6));
  }
}
