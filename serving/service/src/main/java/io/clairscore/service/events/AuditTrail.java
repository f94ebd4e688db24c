package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Adds audit events in a transaction of the caller's, so that a change and its record are made
 * together or not at all: accounts and tokens, from the API or a command beside the running
 * service. The event log, which then finds the end of the chain moved, goes on behind it.
 */
public final class AuditTrail {
  private final Database database;
  private final EventClock clock = new EventClock(Clock.systemUTC(), System::nanoTime);

  /** The trail of a database, whose chain is begun if there is none. */
  public AuditTrail(Database database) {
    this.database = database;
    database.change(
        handle -> {
          try {
            EventChain.begin(handle.getConnection());
          } catch (SQLException e) {
            throw EventsErrors.notKept(e);
          }
        });
  }

  /**
   * Adds events.
   *
   * @param handle of {@link Database#write}; its transaction makes them durable
   * @throws Refusal with FAILED if the database fails
   */
  public synchronized void record(Handle handle, AuditEvent... events) {
    Connection connection = handle.getConnection();
    try {
      // SQLite has no rows to lock: a writing transaction there holds the whole file.
      ChainLink end = EventChain.end(connection, !database.isFile());
      List<EventRow> rows = Stream.of(events).map(AuditEvent::row).toList();
      new ChainStatements(connection).add(ChainedEvents.of(end, rows, clock, new ChainHash()));
    } catch (SQLException e) {
      throw EventsErrors.notKept(e);
    }
  }

  /** Adds events in a transaction of their own. */
  public void record(AuditEvent... events) {
    database.change(handle -> record(handle, events));
  }
}
