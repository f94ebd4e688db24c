package io.clairscore.features.dossier;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.Map;

/**
 * One client's application and every history row that belongs to it, in memory: the sole input of a
 * feature vector. Immutable, and thread-safe once it is published safely. Rows stand in one
 * canonical order, so that two dossiers of the same rows are equal and give the same features bit
 * for bit, in whatever order the rows came.
 */
public final class Dossier {
  private final Map<Table, Rows> tables = new EnumMap<>(Table.class);

  /**
   * A dossier of these tables; a table that is not given is empty. The rows are sealed: they cannot
   * change any more.
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
    tables.replaceAll((table, given) -> CanonicalOrder.of(table).sort(given));
    rows.values().forEach(Rows::seal);
    tables.values().forEach(Rows::seal);
  }

  /** Identifier of the client, SK_ID_CURR; 0 for an applicant who has none yet. */
  public int clientId() {
    return (int) application().number(Application.SK_ID_CURR, 0);
  }

  /** The application, as a table of one row. */
  public Rows application() {
    return rows(Table.APPLICATION);
  }

  /** The rows of a table in canonical order: by primary key, then by every other column. */
  public Rows rows(Table table) {
    return tables.get(table);
  }

  /** The same dossier with other rows in one table. */
  public Dossier with(Table table, Rows rows) {
    Map<Table, Rows> changed = new EnumMap<>(tables);
    changed.put(table, rows);
    return new Dossier(changed);
  }

  /** The same dossier with other numbers in some cells of its application. */
  public Dossier withApplication(Map<NumberColumn, Double> numbers) {
    Rows changed = application().copy();
    numbers.forEach((column, number) -> changed.set(column, 0, number));
    return with(Table.APPLICATION, changed);
  }

  /** Cells whose category is not in its frozen list; they count as missing. */
  public int unseenCount() {
    return tables.values().stream().mapToInt(Rows::unseenCount).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dossier dossier && tables.equals(dossier.tables);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }
}
