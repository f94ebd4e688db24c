package io.clairscore.service.store;

import io.clairscore.features.files.HeldFile;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The seat is a lock file beside the database. */
final class SqliteSeat implements WriterSeat {
  private final SqliteFile file;
  private final WriterTurn turn;
  private final Path name;
  private final HeldFile held;
  private Connection connection;
  private boolean closed;

  private SqliteSeat(SqliteFile file, WriterTurn turn, Path name, HeldFile held) {
    this.file = file;
    this.turn = turn;
    this.name = name;
    this.held = held;
  }

  /**
   * @throws Refusal with LOCKED if another process has the seat
   */
  static SqliteSeat take(DatabaseConf conf, SqliteFile file, WriterTurn turn) {
    Path name = conf.file().resolveSibling(conf.file().getFileName() + ".writer");
    try {
      HeldFile held = HeldFile.attempt(name).orElseThrow(() -> StoreErrors.otherWriter(conf));
      held.sign(Long.toString(ProcessHandle.current().pid()));
      return new SqliteSeat(file, turn, name, held);
    } catch (IOException e) {
      throw Refusal.notWritten(name, e);
    }
  }

  @Override
  public Connection begin() throws SQLException {
    turn.take();
    boolean begun = false;
    try {
      if (connection == null) {
        connection = file.writing();
      }
      execute(SqliteFile.BEGIN);
      begun = true;
      return connection;
    } finally {
      if (!begun) {
        leave();
      }
    }
  }

  @Override
  public void commit() throws SQLException {
    try {
      execute(SqliteFile.COMMIT);
    } finally {
      turn.end();
    }
  }

  @Override
  public void rollback() throws SQLException {
    try {
      execute(SqliteFile.ROLLBACK);
    } finally {
      turn.end();
    }
  }

  @Override
  public void leave() {
    KeptConnections.discard(connection);
    connection = null;
    turn.end();
  }

  /** Copies the log into the file, which syncs both: what was read of the log is then kept. */
  @Override
  public void settle() throws SQLException {
    try (Connection own = file.writing();
        Statement statement = own.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Override
  public void close() {
    leave();
    if (closed) {
      return;
    }
    closed = true;
    try {
      held.close();
    } catch (IOException e) {
      throw Refusal.notWritten(name, e);
    }
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
