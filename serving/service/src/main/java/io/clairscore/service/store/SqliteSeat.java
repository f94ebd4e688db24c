package io.clairscore.service.store;

import io.clairscore.features.files.HeldFile;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Sits on the lock file beside the database. */
final class SqliteSeat implements WriterSeat {
  private final SqliteFile file;
  private final HeldFile held;
  private final Supplier<Turn> turns;
  private Connection connection;

  SqliteSeat(SqliteFile file, HeldFile held, Supplier<Turn> turns) {
    this.file = file;
    this.held = held;
    this.turns = turns;
  }

  @Override
  public Connection connection() throws SQLException {
    if (connection == null) {
      Connection opened = file.writing();
      opened.setAutoCommit(false);
      connection = opened;
    }
    return connection;
  }

  @Override
  public void leave() {
    KeptConnections.discard(connection);
    connection = null;
  }

  /** Copies the log into the file, which syncs both: what was read of the log is then kept. */
  @Override
  public void settle() throws SQLException {
    try (Connection own = file.writing();
        var statement = own.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Override
  public Turn turn() {
    return turns.get();
  }

  @Override
  public void close() {
    leave();
    try {
      held.close();
    } catch (IOException e) {
      throw Refusal.notWritten(Path.of("."), e);
    }
  }
}
