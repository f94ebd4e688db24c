package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Columns besides the kept ones. Each is read from the file when it is first asked for, into a
 * table of its own whose rows stand in the order of the file, as those of the kept table do: so
 * they are joined by their position. The ones that were not asked for longest give way.
 */
final class ReadColumns {
  /** So many stay; with 356,255 clients each takes 1.4 MB of floats. */
  static final int MOST = 32;

  private final String from;
  private final int limitSeconds;
  private final Map<ExploredColumn, Use> uses = new LinkedHashMap<>(64, 0.75f, true);

  /** A column's table, and how many questions are about it. */
  private static final class Use {
    private int questions;
    private boolean isRead;
  }

  /**
   * @param from what all columns are read from
   * @param limitSeconds how long reading one may take
   */
  ReadColumns(String from, int limitSeconds) {
    this.from = from;
    this.limitSeconds = limitSeconds;
  }

  /** What joins the tables of columns to the kept one. */
  static String joined(List<ExploredColumn> columns) {
    return columns.stream()
        .map(column -> " POSITIONAL JOIN " + table(column))
        .collect(Collectors.joining());
  }

  /** Makes sure of columns until they are {@link #release released}, also if it fails. */
  void hold(List<ExploredColumn> columns, Connection connection) throws SQLException {
    List<Use> held = new ArrayList<>();
    synchronized (uses) {
      for (ExploredColumn column : columns) {
        Use use = uses.computeIfAbsent(column, unused -> new Use());
        use.questions++;
        held.add(use);
      }
    }
    for (int i = 0; i < held.size(); i++) {
      read(columns.get(i), held.get(i), connection);
    }
  }

  private void read(ExploredColumn column, Use use, Connection connection) throws SQLException {
    synchronized (use) {
      if (!use.isRead) {
        try (Statement statement = connection.createStatement()) {
          statement.setQueryTimeout(limitSeconds);
          statement.execute(
              "CREATE TABLE "
                  + table(column)
                  + " AS SELECT "
                  + Sql.name(column.stored())
                  + " FROM "
                  + from);
        }
        use.isRead = true;
      }
    }
  }

  void release(List<ExploredColumn> columns, Connection connection) throws SQLException {
    synchronized (uses) {
      columns.forEach(column -> uses.get(column).questions--);
      Iterator<Map.Entry<ExploredColumn, Use>> oldest = uses.entrySet().iterator();
      while (uses.size() > MOST && oldest.hasNext()) {
        Map.Entry<ExploredColumn, Use> entry = oldest.next();
        if (entry.getValue().questions == 0) {
          oldest.remove();
          drop(entry.getKey(), connection);
        }
      }
    }
  }

  private static void drop(ExploredColumn column, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + table(column));
    }
  }

  private static String table(ExploredColumn column) {
    return Sql.name("read." + column.stored());
  }
}
