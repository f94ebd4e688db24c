package io.clairscore.service.events;

import io.clairscore.scorer.event.EventColumn;
import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What adds events over one connection; each statement is prepared once, which for a group of ten
 * events would otherwise be a tenth of the work. They end with their connection.
 */
final class ChainStatements {
  private static final String MOVE =
      "update event_chain set last_number = ?, last_time = ?, last_hash = ?"
          + " where chain = 1 and last_number = ? and last_hash = ?";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  ChainStatements(Connection connection) {
    this.connection = connection;
  }

  boolean isOf(Connection other) {
    return connection == other;
  }

  /**
   * Adds events and moves the end of the chain, in the transaction of the connection.
   *
   * @return whether the end stood where the events begin; if not, the transaction is worth nothing
   */
  boolean add(ChainedEvents events) throws SQLException {
    // The end first: whoever is late learns it here, and not from a number that is taken.
    if (!move(events)) {
      return false;
    }
    for (EventTable table : List.of(PredictionEvents.TABLE, AuditEvents.TABLE)) {
      insert(table, events);
    }
    return true;
  }

  private boolean move(ChainedEvents events) throws SQLException {
    PreparedStatement move = statement("move", () -> MOVE);
    move.setLong(1, events.last().number());
    move.setLong(2, events.last().moment());
    move.setBytes(3, events.last().hash());
    move.setLong(4, events.before().number());
    move.setBytes(5, events.before().hash());
    return move.executeUpdate() == 1;
  }

  private void insert(EventTable table, ChainedEvents events) throws SQLException {
    PreparedStatement insert = null;
    for (int i = 0; i < events.rows().size(); i++) {
      EventRow row = events.rows().get(i);
      if (row.table() == table) {
        insert = insert == null ? statement(table.name(), table::insert) : insert;
        bind(insert, row, events.links().get(i));
        insert.addBatch();
      }
    }
    if (insert != null) {
      insert.executeBatch();
    }
  }

  /** By a short name: the text of a statement is made once, not for every commit. */
  private PreparedStatement statement(String name, Supplier<String> sql) throws SQLException {
    PreparedStatement known = prepared.get(name);
    if (known == null) {
      known = connection.prepareStatement(sql.get());
      prepared.put(name, known);
    }
    return known;
  }

  private static void bind(PreparedStatement insert, EventRow row, ChainLink link)
      throws SQLException {
    insert.setLong(1, link.number());
    insert.setLong(2, link.moment());
    int place = 3;
    for (int i = 0; i < row.cells().length; i++) {
      bind(insert, place++, row.table().columns().get(i), row.cells()[i]);
    }
    insert.setBytes(place, link.hash());
  }

  private static void bind(PreparedStatement insert, int place, EventColumn column, Object cell)
      throws SQLException {
    switch (column.type()) {
      case WHOLE -> {
        if (cell == null) {
          insert.setNull(place, Types.BIGINT);
        } else {
          insert.setLong(place, (Long) cell);
        }
      }
      case REAL -> insert.setDouble(place, (Double) cell);
      case TEXT -> insert.setString(place, (String) cell);
      case BYTES -> insert.setBytes(place, (byte[]) cell);
    }
  }
}
