package io.clairscore.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Keeps connections that are not in use for the next one who asks. Of a SQLite file any number may
 * be open, and nothing is lost when one is closed: a pool would be more than is needed.
 */
final class KeptConnections implements ConnectionFactory, AutoCloseable {
  private final Opening opening;
  private final BlockingQueue<Connection> idle;
  private volatile boolean closed;

  /** Opens a connection. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  /**
   * @param most how many are kept at most
   */
  KeptConnections(Opening opening, int most) {
    this.opening = opening;
    this.idle = new ArrayBlockingQueue<>(most);
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.poll();
    return kept == null ? opening.open() : kept;
  }

  /** Keeps the connection, unless a transaction was left open in it. */
  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (closed || !connection.getAutoCommit() || !idle.offer(connection)) {
      discard(connection);
    } else if (closed) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    drop();
  }

  /** Closes those that are not in use. */
  void drop() {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      discard(kept);
    }
  }

  /** Closes a connection that nobody needs any more, whatever state it is in. */
  static void discard(Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      // There is nothing left to do with it.
    }
  }
}
