package io.clairscore.service.events;

import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvents;
import io.clairscore.service.store.Database;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Goes over the rows of both tables in the order of their numbers, a page of each at a time: in
 * constant memory, and without a long transaction, so that it works beside the service.
 */
final class ChainWalk implements Iterator<StoredRow> {
  private static final int PAGE = 500;

  private final Pages predictions;
  private final Pages audit;

  /**
   * @param first number to begin with
   * @param last number to end with
   */
  ChainWalk(Database database, long first, long last) {
    predictions = new Pages(database, PredictionEvents.TABLE, first, last);
    audit = new Pages(database, AuditEvents.TABLE, first, last);
  }

  @Override
  public boolean hasNext() {
    return predictions.peek() != null || audit.peek() != null;
  }

  @Override
  public StoredRow next() {
    StoredRow prediction = predictions.peek();
    StoredRow other = audit.peek();
    if (prediction == null && other == null) {
      throw new NoSuchElementException();
    }
    return other == null || prediction != null && prediction.number() <= other.number()
        ? predictions.take()
        : audit.take();
  }

  /** Rows of one table. */
  private static final class Pages {
    private final Database database;
    private final EventTable table;
    private final long last;
    private final Queue<StoredRow> page = new ArrayDeque<>();
    private long from;
    private boolean ended;

    Pages(Database database, EventTable table, long first, long last) {
      this.database = database;
      this.table = table;
      this.from = first;
      this.last = last;
    }

    StoredRow peek() {
      if (page.isEmpty() && !ended) {
        turn();
      }
      return page.peek();
    }

    StoredRow take() {
      peek();
      return page.poll();
    }

    private void turn() {
      String sql =
          table.select()
              + " where event_id >= :from and event_id <= :last order by event_id limit "
              + PAGE;
      List<StoredRow> rows =
          database.read(
              handle ->
                  handle
                      .createQuery(sql)
                      .bind("from", from)
                      .bind("last", last)
                      .map((row, context) -> StoredRow.read(table, row))
                      .list());
      page.addAll(rows);
      ended = rows.size() < PAGE;
      if (!rows.isEmpty()) {
        from = rows.get(rows.size() - 1).number() + 1;
      }
    }
  }
}
