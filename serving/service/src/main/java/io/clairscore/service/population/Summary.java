package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Sql;

/**
 * The selected clients in figures.
 *
 * @param tally how many, what was said and became of them
 * @param review share of the scored whom a person should look at
 * @param medianPoints of the scored; NaN if there are none
 */
public record Summary(Tally tally, Share review, double medianPoints) {

  static Summary read(ClientTable table, ClientSelection selection) {
    Sql sql =
        Sql.join(
            "SELECT "
                + Tally.SQL
                + ", count_if(\"review\"), count(\"review\"), median(\"points\") FROM "
                + table.with(selection.columns())
                + " WHERE ",
            selection.condition());
    return table.ask(
        selection.columns(),
        sql,
        row -> {
          row.next();
          double median = row.getDouble(9);
          return new Summary(
              TallyQuery.tally(row, 0),
              new Share(row.getLong(7), row.getLong(8)),
              row.wasNull() ? Double.NaN : median);
        });
  }
}
