package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Generates clients: the same rows for the same seed and number, whoever asks, in whatever order.
 * Not thread-safe; every task has its own.
 */
final class Clients {
  private static final Set<Table> ELSEWHERE = Set.of(Table.BUREAU, Table.BUREAU_BALANCE);

  private final Population population;
  private final Applications applications = new Applications();
  private final BureauHistory bureau = new BureauHistory();
  private final PreviousHistory previous = new PreviousHistory();

  Clients(Population population) {
    this.population = population;
  }

  /** Every row of a client. */
  Map<Table, TableRows> rows(int number) {
    Client client = applications.client(population, number);
    Map<Table, TableRows> rows = new EnumMap<>(Table.class);
    rows.put(Table.APPLICATION, applications.rows(client));
    rows.putAll(bureau.rows(client));
    rows.putAll(previous.rows(client));
    return rows;
  }

  /** The rows of one table, without the labour of tables it does not need. */
  TableRows rows(int number, Table table) {
    Client client = applications.client(population, number);
    if (table == Table.APPLICATION) {
      return applications.rows(client);
    }
    return (ELSEWHERE.contains(table) ? bureau.rows(client) : previous.rows(client)).get(table);
  }
}
