package io.clairscore.service.events;

import io.clairscore.service.store.WriterSeat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A seat of a real database that breaks where it is told to. */
final class FaultySeat implements WriterSeat {
  /** What the next transactions meet. */
  enum Fault {
    NONE,
    /** The database does not answer. */
    NOT_THERE,
    /** The commit is made, and its answer lost. */
    ANSWER_LOST,
    /** The connection breaks before the commit is made. */
    COMMIT_LOST
  }

  private final WriterSeat seat;
  private final Queue<Fault> faults = new ArrayDeque<>();
  private Fault current = Fault.NONE;
  private int settled;
  private int pages;

  FaultySeat(WriterSeat seat) {
    this.seat = seat;
  }

  /** The next transactions meet these, one each, and those after them nothing. */
  synchronized void next(Fault... some) {
    faults.addAll(List.of(some));
  }

  /** SQLite itself says that the disk is full, when its file may have no more pages than these. */
  synchronized void diskOfPages(int most) {
    pages = most;
  }

  /** How often a found commit was made sure of. */
  synchronized int settled() {
    return settled;
  }

  @Override
  public synchronized Connection begin() throws SQLException {
    current = faults.isEmpty() ? Fault.NONE : faults.poll();
    if (current == Fault.NOT_THERE) {
      throw new SQLException("nobody answers");
    }
    Connection connection = seat.begin();
    if (pages > 0) {
      try (var statement = connection.createStatement()) {
        statement.execute("pragma max_page_count = " + pages);
      }
    }
    return connection;
  }

  @Override
  public synchronized void commit() throws SQLException {
    if (current == Fault.COMMIT_LOST) {
      seat.leave();
      throw new SQLException("the connection broke");
    }
    seat.commit();
    if (current == Fault.ANSWER_LOST) {
      throw new SQLException("the answer was lost");
    }
  }

  @Override
  public void rollback() throws SQLException {
    seat.rollback();
  }

  @Override
  public void leave() {
    seat.leave();
  }

  @Override
  public synchronized void settle() throws SQLException {
    settled++;
    seat.settle();
  }

  @Override
  public void close() {
    seat.close();
  }
}
