package io.clairscore.service.events;

import io.clairscore.scorer.event.EventColumn;
import io.clairscore.scorer.event.EventTable;
import java.util.List;

/**
 * A row to add.
 *
 * @param table where to
 * @param cells its own columns
 */
record EventRow(EventTable table, Object[] cells) {
  EventRow {
    List<EventColumn> columns = table.columns();
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + table.name());
    }
    for (int i = 0; i < cells.length; i++) {
      if (!columns.get(i).takes(cells[i])) {
        throw new IllegalArgumentException("no cell of " + columns.get(i).name());
      }
    }
  }
}
