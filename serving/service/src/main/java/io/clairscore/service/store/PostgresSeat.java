package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The seat is an advisory lock of the writer's session. The server frees it when the session has
 * ended, so that whoever gets it knows that no transaction of the one before is still under way.
 */
final class PostgresSeat implements WriterSeat {
  /** Any number that no other program of this database takes: "clairsor" in ASCII. */
  private static final long LOCK = 0x636c616972736f72L;

  private static final long PAUSE_MILLIS = 20;

  /** The session of a service that just ended may live a moment longer. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final DatabaseConf conf;
  private final KeptConnections.Opening opening;
  private Connection connection;
  private Duration waiting;

  private PostgresSeat(DatabaseConf conf, KeptConnections.Opening opening) {
    this.conf = conf;
    this.opening = opening;
    this.waiting = MOMENT;
  }

  /**
   * @throws Refusal with LOCKED if another session has the seat, with FAILED if the server fails
   */
  static PostgresSeat take(DatabaseConf conf, KeptConnections.Opening opening) {
    PostgresSeat seat = new PostgresSeat(conf, opening);
    try {
      seat.begin();
      seat.rollback();
      seat.waiting = conf.patience();
      return seat;
    } catch (SQLException e) {
      throw StoreErrors.failed(conf, e);
    }
  }

  @Override
  public Connection begin() throws SQLException {
    if (connection == null) {
      Connection opened = opening.open();
      try {
        seated(opened);
        connection = opened;
      } finally {
        if (connection == null) {
          KeptConnections.discard(opened);
        }
      }
    }
    return connection;
  }

  /** Waits as long as a session of this process's own, whose network broke, may live on. */
  private void seated(Connection opened) throws SQLException {
    opened.setAutoCommit(true);
    long end = System.nanoTime() + waiting.toNanos();
    try (Statement statement = opened.createStatement()) {
      // A server that answers before it has written would make every promise of ours untrue.
      statement.execute(
          "select set_config('synchronous_commit', 'on', false)"
              + " where current_setting('synchronous_commit') in ('off', 'local')");
      while (!locked(statement)) {
        if (System.nanoTime() > end) {
          throw StoreErrors.otherWriter(conf);
        }
        pause();
      }
    }
    opened.setAutoCommit(false);
  }

  private static boolean locked(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      answer.next();
      return answer.getBoolean(1);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreErrors.interrupted();
    }
  }

  @Override
  public void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void leave() {
    KeptConnections.discard(connection);
    connection = null;
  }

  /** Nothing to do: what PostgreSQL shows as committed is on its disk. */
  @Override
  public void settle() {}

  @Override
  public void close() {
    leave();
  }
}
