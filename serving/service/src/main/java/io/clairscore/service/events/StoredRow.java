package io.clairscore.service.events;

import io.clairscore.scorer.event.EventColumn;
import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in the database, whoever wrote it.
 *
 * @param cells its own columns, of whatever types they are
 */
record StoredRow(EventTable table, long number, long moment, Object[] cells, byte[] hash) {

  /** Reads the current row of {@link EventTable#select}. */
  static StoredRow read(EventTable table, ResultSet row) throws SQLException {
    List<EventColumn> columns = table.columns();
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Object cell = row.getObject(i + 3);
      cells[i] = cell instanceof Integer whole ? Long.valueOf(whole) : cell;
    }
    return new StoredRow(
        table, row.getLong(1), row.getLong(2), cells, row.getBytes(cells.length + 3));
  }

  /** The row as it was to be added; none if a cell is of no type that a column takes. */
  Optional<EventRow> row() {
    for (int i = 0; i < cells.length; i++) {
      if (!table.columns().get(i).takes(cells[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new EventRow(table, cells));
  }

  /** Whether it is about a client. */
  boolean isAbout(long client) {
    for (int i = 0; i < cells.length; i++) {
      if (table.columns().get(i).name().equals("sk_id_curr")) {
        return Long.valueOf(client).equals(cells[i]);
      }
    }
    return false;
  }

  EventReceipt receipt() {
    return new ChainLink(number, moment, hash).receipt();
  }

  /** What it tells. */
  StoredEvent event() {
    try {
      if (row().isEmpty()) {
        throw new IllegalArgumentException("a column is of another type");
      }
      return table == AuditEvents.TABLE
          ? new StoredEvent.Audit(receipt(), AuditEvent.of(cells))
          : new StoredEvent.Prediction(receipt(), PredictionEvent.of(cells));
    } catch (RuntimeException e) {
      throw EventsErrors.unreadable(number, e);
    }
  }
}
