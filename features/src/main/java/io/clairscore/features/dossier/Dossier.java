package io.clairscore.features.dossier;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.Map;

/**
 * One client's application and every history row that belongs to it, in memory: the sole input of a
 * feature vector.
 */
public final class Dossier {
  private final Map<Table, Rows> tables = new EnumMap<>(Table.class);

  /**
   * A dossier of these tables; a table that is not given is empty.
   *
   * @throws IllegalArgumentException if the application is not exactly one row, or rows stand under
   *     another table than their own
   */
  public Dossier(Map<Table, Rows> rows) {
    for (Table table : Table.values()) {
      Rows given = rows.get(table);
      if (given != null && given.schema() != table.schema()) {
        throw new IllegalArgumentException(
            "Rows of " + given.schema().name() + " stand under " + table);
      }
      tables.put(table, given == null ? new Rows(table.schema(), 0) : given);
    }
    int applications = application().size();
    if (applications != 1) {
      throw new IllegalArgumentException(
          "A dossier has exactly one application row, this one has " + applications);
    }
  }

  /** Identifier of the client, SK_ID_CURR. */
  public int clientId() {
    return (int) application().number(Application.SK_ID_CURR, 0);
  }

  /** The application, as a table of one row. */
  public Rows application() {
    return rows(Table.APPLICATION);
  }

  public Rows rows(Table table) {
    return tables.get(table);
  }
}
