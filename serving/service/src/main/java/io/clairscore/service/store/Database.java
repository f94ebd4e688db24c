package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The service's database, with its tables made. Used by any number of threads.
 *
 * <p>A failure of the database is a {@link Refusal} with FAILED, which becomes 503: it is over when
 * the database answers again, without a restart. A row that contradicts a rule of its table (a name
 * that is taken) is left to the caller as JDBI's exception.
 */
public final class Database implements AutoCloseable {
  private final DatabaseConf conf;
  private final Engine engine;

  private Database(DatabaseConf conf, Engine engine) {
    this.conf = conf;
    this.engine = engine;
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws Refusal with USAGE, FAILED or DATA if a setting, the database or its tables are at
   *     fault
   */
  public static Database open(DatabaseConf conf) {
    return open(conf, Migrations::run);
  }

  /**
   * Opens the database of a service that ran before, for a command beside it: nothing is made.
   *
   * @throws Refusal with DATA if it is not there, or its tables are of another program
   */
  public static Database existing(DatabaseConf conf) {
    if (conf.isFile() && !Files.isRegularFile(conf.file())) {
      throw StoreErrors.nowhere(conf);
    }
    return open(conf, Migrations::check);
  }

  private static Database open(DatabaseConf conf, BiConsumer<DatabaseConf, Engine> preparing) {
    Engine engine = conf.isFile() ? SqliteEngine.open(conf) : PostgresEngine.open(conf);
    try {
      preparing.accept(conf, engine);
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
    return new Database(conf, engine);
  }

  /** Reads, on a connection that cannot change anything. */
  public <T> T read(Function<Handle, T> work) {
    return told(() -> engine.read(work));
  }

  /**
   * Changes rows in one transaction, durable when this returns. Changes of a SQLite file come one
   * after another; keep the work short.
   */
  public <T> T write(Function<Handle, T> work) {
    return told(() -> engine.write(work));
  }

  /** {@link #write} without a result. */
  public void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return null;
        });
  }

  /**
   * Takes the seat of the lasting writer.
   *
   * @throws Refusal with LOCKED if another process has it
   */
  public WriterSeat seat() {
    return engine.seat();
  }

  /** Whether this is a file of SQLite, which has one writer at a time. */
  public boolean isFile() {
    return conf.isFile();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** The address; it holds no secret. */
  @Override
  public String toString() {
    return conf.toString();
  }

  private <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException failure && engine.isConflict(failure)) {
          throw e;
        }
        if (cause instanceof Refusal refusal) {
          throw refusal;
        }
      }
      throw StoreErrors.failed(conf, e);
    }
  }
}
