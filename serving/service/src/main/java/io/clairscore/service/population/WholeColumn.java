package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the numbers of a column lie over everybody, the accepted and the refused: the same as long as
 * a version is served.
 */
public final class WholeColumn {
  private final Map<Group, Ladder> ladders;

  private WholeColumn(Map<Group, Ladder> ladders) {
    this.ladders = ladders;
  }

  /** The ladder of a group that does not depend on a client. */
  public Ladder of(Group group) {
    return ladders.get(group);
  }

  static WholeColumn read(ClientTable table, ExploredColumn column) {
    Sql sql =
        Sql.of(
            "SELECT ("
                + column.sql()
                + ")::DOUBLE AS v, CASE \"decision\" WHEN 'ACCEPTED' THEN 1 WHEN 'REFUSED' THEN 2"
                + " ELSE 0 END FROM "
                + table.with(List.of(column))
                + " WHERE v IS NOT NULL");
    return table.ask(List.of(column), sql, WholeColumn::read);
  }

  private static WholeColumn read(ResultSet rows) throws SQLException {
    Numbers all = new Numbers();
    Numbers accepted = new Numbers();
    Numbers refused = new Numbers();
    while (rows.next()) {
      double value = rows.getDouble(1);
      all.add(value);
      switch (rows.getInt(2)) {
        case 1 -> accepted.add(value);
        case 2 -> refused.add(value);
        default -> {
          // Not scored: of everybody only.
        }
      }
    }
    Map<Group, Ladder> ladders = new EnumMap<>(Group.class);
    ladders.put(Group.ALL, all.ladder());
    ladders.put(Group.ACCEPTED, accepted.ladder());
    ladders.put(Group.REFUSED, refused.ladder());
    return new WholeColumn(ladders);
  }

  /** A growing list of numbers. */
  private static final class Numbers {
    private double[] values = new double[1024];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    Ladder ladder() {
      Arrays.sort(values, 0, count);
      return Ladder.of(values, count);
    }
  }
}
