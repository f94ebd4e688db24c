package io.clairscore.service.access;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about sessions. */
final class SessionRows {
  /** A person has so many devices at most; the session that was not used for longest goes. */
  private static final int MOST_OF_ACCOUNT = 10;

  private SessionRows() {}

  /** A session, and whose it is. */
  record Session(String accountId, Instant created, Instant lastUsed) {

    /** Whether it is neither idle nor old, nor of a time that has yet to come. */
    boolean isOpen(AccessConf conf, Instant used, Instant now) {
      Instant last = used.isAfter(lastUsed) ? used : lastUsed;
      return now.isBefore(end(conf))
          && now.isBefore(last.plus(conf.idle()))
          && !now.isBefore(created.minusSeconds(60));
    }

    Instant end(AccessConf conf) {
      return created.plus(conf.session());
    }
  }

  static Optional<Session> of(Handle handle, Digest digest) {
    return handle
        .createQuery(
            "select account_id, created_at, last_used_at from sessions where session_hash = :hash")
        .bind("hash", digest.bytes())
        .map(
            (row, context) ->
                new Session(
                    row.getString("account_id"),
                    EpochMicros.of(row.getLong("created_at")),
                    EpochMicros.of(row.getLong("last_used_at"))))
        .findOne();
  }

  static void add(Handle handle, Digest digest, String accountId, Instant now) {
    handle
        .createUpdate(
            "insert into sessions (session_hash, account_id, created_at, last_used_at)"
                + " values (:hash, :account, :now, :now)")
        .bind("hash", digest.bytes())
        .bind("account", accountId)
        .bind("now", EpochMicros.micros(now))
        .execute();
    handle
        .createUpdate(
            "delete from sessions where account_id = :account and session_hash not in (select"
                + " session_hash from sessions where account_id = :account"
                + " order by last_used_at desc limit "
                + MOST_OF_ACCOUNT
                + ")")
        .bind("account", accountId)
        .execute();
  }

  static void used(Handle handle, Digest digest, long micros) {
    handle
        .createUpdate(
            "update sessions set last_used_at = :at where session_hash = :hash"
                + " and last_used_at < :at")
        .bind("at", micros)
        .bind("hash", digest.bytes())
        .execute();
  }

  static void end(Handle handle, Digest digest) {
    handle
        .createUpdate("delete from sessions where session_hash = :hash")
        .bind("hash", digest.bytes())
        .execute();
  }

  static void endAll(Handle handle, String accountId) {
    handle
        .createUpdate("delete from sessions where account_id = :account")
        .bind("account", accountId)
        .execute();
  }

  /** Removes sessions that are over. */
  static void clean(Handle handle, AccessConf conf, Instant now) {
    handle
        .createUpdate("delete from sessions where created_at < :old or last_used_at < :idle")
        .bind("old", EpochMicros.micros(now.minus(conf.session())))
        .bind("idle", EpochMicros.micros(now.minus(conf.idle())))
        .execute();
  }
}
