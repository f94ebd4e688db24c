package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists clients, from the kept columns. */
final class ClientList {
  private final ClientTable table;

  ClientList(ClientTable table) {
    this.table = table;
  }

  long count(ClientSelection selection) {
    List<ExploredColumn> columns = selection.columns();
    Sql sql =
        Sql.join("SELECT count(*) FROM " + table.with(columns) + " WHERE ", selection.condition());
    return table.ask(
        columns,
        sql,
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  List<ClientRow> page(ClientSelection selection, Order order, Page page) {
    List<ExploredColumn> columns = new ArrayList<>(selection.columns());
    order.column().ifPresent(columns::add);
    if (!order.column().map(table.kept()::has).orElse(true)) {
      throw PopulationErrors.noOrder(order.column().orElseThrow());
    }
    Sql rest =
        Sql.join(
            selection.condition(),
            " ORDER BY " + order.sql() + " LIMIT " + page.size() + " OFFSET " + page.offset());
    return list(columns, rest);
  }

  List<ClientRow> of(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Sql numbered = Sql.each(numbers, ", ", number -> Sql.of("?", number));
    return list(
        List.of(),
        Sql.join(KeptColumns.CLIENT + " IN (", numbered, ") ORDER BY " + KeptColumns.CLIENT));
  }

  private List<ClientRow> list(Collection<ExploredColumn> columns, Sql rest) {
    Sql sql =
        Sql.join("SELECT " + ClientRow.SQL + " FROM " + table.with(columns) + " WHERE ", rest);
    return table.ask(columns, sql, ClientList::rows);
  }

  private static List<ClientRow> rows(ResultSet rows) throws SQLException {
    List<ClientRow> clients = new ArrayList<>();
    while (rows.next()) {
      clients.add(ClientRow.read(rows));
    }
    return clients;
  }
}
