package io.clairscore.service.access;

import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Reads and changes the tables of accounts. Changes come one after another, each with its record in
 * the audit trail or not at all, and whoever keeps copies of rows sees that they are out of date.
 */
final class AccessStore {
  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final AtomicLong generation = new AtomicLong();

  AccessStore(Database database, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
  }

  /** A change in a transaction. */
  static final class Change {
    private final Handle handle;
    private final Instant now;
    private final List<AuditEvent> events = new ArrayList<>();

    private Change(Handle handle, Instant now) {
      this.handle = handle;
      this.now = now;
    }

    Handle handle() {
      return handle;
    }

    Instant now() {
      return now;
    }

    /** Has this recorded with the change. */
    void record(AuditEvent event) {
      events.add(event);
    }

    /**
     * The account of an identifier.
     *
     * @throws AccessRefused if there is none
     */
    Account account(String id) {
      return AccountRows.of(handle, id)
          .orElseThrow(() -> AccessRefused.of(AccessFault.UNKNOWN_ACCOUNT));
    }
  }

  <T> T read(Function<Handle, T> work) {
    return database.read(work);
  }

  <T> T change(Function<Change, T> work) {
    try {
      return database.write(
          handle -> {
            AccountRows.begin(handle);
            Change change = new Change(handle, now());
            T result = work.apply(change);
            trail.record(handle, change.events.toArray(AuditEvent[]::new));
            return result;
          });
    } finally {
      generation.incrementAndGet();
    }
  }

  /** Records what changes nothing. */
  void record(AuditEvent... events) {
    trail.record(events);
  }

  /** Writes when rows were last used, which is no change of anybody's rights. */
  void note(Function<Handle, ?> work) {
    database.write(work::apply);
  }

  /** Counts the changes of this process: a copy of a row is good while this is what it was. */
  long generation() {
    return generation.get();
  }

  Instant now() {
    return clock.instant();
  }
}
