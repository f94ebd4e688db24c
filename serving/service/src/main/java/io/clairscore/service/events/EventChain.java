package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvents;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The chain in the database: one, over the rows of both tables of events. Its end stands in a row
 * of its own, which every commit moves from where the writer believed it to be: of two writers at
 * once one is told that it was late, and nothing forks.
 */
final class EventChain {
  private static final String END =
      "select last_number, last_time, last_hash from event_chain where chain = 1";
  private static final String BEGIN =
      "insert into event_chain"
          + " (chain, first_number, anchor, last_number, last_time, last_hash)"
          + " values (1, 1, ?, 0, 0, ?) on conflict do nothing";

  private EventChain() {}

  /**
   * Begins the chain, if there is none: with a random hash, so that no two databases can be taken
   * for each other.
   */
  static void begin(Connection connection) throws SQLException {
    byte[] anchor = new byte[ChainHash.LENGTH];
    new SecureRandom().nextBytes(anchor);
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setBytes(1, anchor);
      insert.setBytes(2, anchor);
      insert.executeUpdate();
    }
  }

  /**
   * The end of the chain.
   *
   * @param lock whether nobody else may move it before this transaction ends
   * @throws Refusal with DATA if its row is gone
   */
  static ChainLink end(Connection connection, boolean lock) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(lock ? END + " for update" : END);
        ResultSet found = query.executeQuery()) {
      if (!found.next()) {
        throw EventsErrors.noChain();
      }
      return new ChainLink(found.getLong(1), found.getLong(2), found.getBytes(3));
    }
  }

  /** The number of the last event, 0 if there is none. */
  static long last(Handle handle) {
    return handle
        .createQuery("select last_number from event_chain where chain = 1")
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** The hash of an event, if there is one of this number. */
  static Optional<byte[]> hash(Connection connection, long number) throws SQLException {
    for (EventTable table : List.of(PredictionEvents.TABLE, AuditEvents.TABLE)) {
      try (PreparedStatement query =
          connection.prepareStatement("select hash from " + table.name() + " where event_id = ?")) {
        query.setLong(1, number);
        try (ResultSet found = query.executeQuery()) {
          if (found.next()) {
            return Optional.of(found.getBytes(1));
          }
        }
      }
    }
    return Optional.empty();
  }
}
