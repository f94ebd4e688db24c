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
   * Waits for the turn to write, which the other writers of this process wait for until it ends,
   * and begins a transaction, on a new connection if there is none.
   *
   * @throws SQLException if the database does not answer; there is no transaction then
   * @throws Refusal with LOCKED if another process sits here, with FAILED if the turn does not come
   */
  Connection begin() throws SQLException;

  /**
   * Ends the transaction; what it changed is on disk.
   *
   * @throws SQLException if that is not known; {@link #leave} has to follow
   */
  void commit() throws SQLException;

  /** Ends the transaction; what it changed is forgotten. */
  void rollback() throws SQLException;

  /** Gives up transaction and connection, after a failure: the next ones are new. */
  void leave();

  /**
   * Makes sure that what can be read of the database is on disk, after a commit whose outcome is
   * not known. There is no transaction.
   */
  void settle() throws SQLException;

  @Override
  void close();
}
