package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The seat of the one lasting writer of a database: no other process sits on it at the same time.
 * Used by one thread.
 */
public interface WriterSeat extends AutoCloseable {

  /**
   * The writer's own connection, opened if there is none, without automatic commit. Whoever asked
   * before has either ended its transaction or called {@link #leave}.
   *
   * @throws SQLException if the database does not answer
   * @throws Refusal with LOCKED if another process sits here
   */
  Connection connection() throws SQLException;

  /** Gives up the connection, after a failure: the next one is a new one. */
  void leave();

  /**
   * Makes sure that what can be read of the database is on disk, after a commit whose outcome is
   * not known.
   */
  void settle() throws SQLException;

  /** Waits for the turn to write; the other writers of this process wait meanwhile. */
  Turn turn();

  @Override
  void close();

  /** A turn to write, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
