package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.Actor;
import io.clairscore.service.store.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Removes events that are older than they have to be kept, beside a running service. The chain then
 * begins behind them, with the hash of the last one removed: what is left stays verifiable, and so
 * does an export that was made before.
 */
public final class EventRetention {
  private static final Duration LEAST = Duration.ofDays(EventsConf.LEAST_DAYS);

  /** Events that one transaction removes: others wait meanwhile. */
  private static final int PORTION = 2000;

  private final Database database;
  private final AuditTrail trail;

  public EventRetention(Database database) {
    this.database = database;
    this.trail = new AuditTrail(database);
  }

  /**
   * Removes the events before a moment.
   *
   * @param now what it is counted from
   * @param kept how long events are kept
   * @param by who asked for it
   * @return what was removed, none if nothing is that old
   * @throws Refusal with USAGE if that is less than the law asks, with DATA if the events do not
   *     verify
   */
  public Optional<AuditEntry.Removal> remove(Instant now, Duration kept, Actor by) {
    if (kept.compareTo(LEAST) < 0) {
      throw EventsErrors.keptTooShort(kept, LEAST);
    }
    new ChainVerifier(database, Map.of()).verify().refuseFault();
    long limit = EventClock.micros(now.minus(kept));
    Optional<AuditEntry.Removal> removal = database.read(handle -> removal(handle, limit));
    removal.ifPresent(
        of -> {
          // Recorded first: a removal that was interrupted is gone on with, and told twice.
          trail.record(new AuditEvent(by, "events remove", of));
          for (long last = of.first() + PORTION - 1; last < of.last(); last += PORTION) {
            remove(last);
          }
          remove(of.last());
        });
    return removal;
  }

  /** Moments never go back along the chain, so that what is old stands at its beginning. */
  private static Optional<AuditEntry.Removal> removal(Handle handle, long limit) {
    long first = number(handle, "select first_number from event_chain where chain = :limit", 1);
    long last =
        Math.max(
            number(
                handle,
                "select max(event_id) from prediction_events where occurred_at < :limit",
                limit),
            number(
                handle,
                "select max(event_id) from audit_events where occurred_at < :limit",
                limit));
    return last < first
        ? Optional.empty()
        : Optional.of(
            new AuditEntry.Removal(first, last, HexFormat.of().formatHex(hash(handle, last))));
  }

  private void remove(long last) {
    database.change(
        handle -> {
          byte[] anchor = hash(handle, last);
          handle.execute(
              "update event_chain set first_number = ?, anchor = ? where chain = 1",
              last + 1,
              anchor);
          handle.execute("delete from prediction_events where event_id <= ?", last);
          handle.execute("delete from audit_events where event_id <= ?", last);
        });
  }

  private static long number(Handle handle, String sql, long limit) {
    return handle.createQuery(sql).bind("limit", limit).mapTo(Long.class).findOne().orElse(0L);
  }

  private static byte[] hash(Handle handle, long number) {
    try {
      return EventChain.hash(handle.getConnection(), number).orElseThrow(EventsErrors::noChain);
    } catch (SQLException e) {
      throw EventsErrors.notKept(e);
    }
  }
}
