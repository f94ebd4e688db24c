package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;

/**
 * A SQLite file. It has one writer at a time: those of this process take turns in the order they
 * came, those of other processes (a command beside a running service) are waited for by SQLite.
 */
final class SqliteEngine implements Engine {
  private final DatabaseConf conf;
  private final SqliteFile file;
  private final KeptConnections readers;
  private final KeptConnections writers;
  private final Jdbi reading;
  private final Jdbi writing;
  private final WriterTurn turn;

  private SqliteEngine(DatabaseConf conf, SqliteFile file) {
    this.conf = conf;
    this.file = file;
    turn = new WriterTurn(conf);
    readers = new KeptConnections(file::reading, conf.pool());
    writers = new KeptConnections(file::writing, 1);
    reading = Jdbi.create(readers);
    writing = Jdbi.create(writers);
  }

  /**
   * @throws Refusal with FAILED if the file cannot be made or is none of SQLite
   */
  static SqliteEngine open(DatabaseConf conf) {
    SqliteFile file = SqliteFile.of(conf);
    try {
      // The first connection makes the file one with a write-ahead log, which readers find.
      file.writing().close();
    } catch (SQLException e) {
      throw StoreErrors.failed(conf, e);
    }
    return new SqliteEngine(conf, file);
  }

  @Override
  public Map<String, String> placeholders() {
    // Only this spelling makes the number the place of the row, without a second index.
    return Map.of("number", "integer");
  }

  @Override
  public DataSource migrating() {
    return new SimpleSource(file::writing);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return reading.withHandle(work::apply);
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    turn.take();
    boolean done = false;
    try {
      T result = writing.withHandle(handle -> inTransaction(handle, work));
      done = true;
      return result;
    } finally {
      if (!done) {
        // After a failure of the disk a connection may not know what is in the file.
        writers.drop();
      }
      turn.end();
    }
  }

  private static <T> T inTransaction(Handle handle, Function<Handle, T> work) {
    handle.execute(SqliteFile.BEGIN);
    boolean done = false;
    try {
      T result = work.apply(handle);
      handle.execute(SqliteFile.COMMIT);
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback(handle);
      }
    }
  }

  /** The failure before is what is told; the connection is closed after it. */
  private static void rollback(Handle handle) {
    try {
      handle.execute(SqliteFile.ROLLBACK);
    } catch (JdbiException endedAlready) {
      // SQLite has undone it by itself.
    }
  }

  @Override
  public WriterSeat seat() {
    return SqliteSeat.take(conf, file, turn);
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return (failure.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }
}
