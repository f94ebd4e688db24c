package io.clairscore.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.clairscore.features.refusal.Refusal;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of PostgreSQL: pooled connections, some of which only read. */
final class PostgresEngine implements Engine {
  private final DatabaseConf conf;
  private final PGSimpleDataSource source;
  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;

  private PostgresEngine(DatabaseConf conf, PGSimpleDataSource source) {
    this.conf = conf;
    this.source = source;
    readers = pool("read", true, conf.pool());
    writers = pool("write", false, Math.max(1, conf.pool() / 2));
    reading = Jdbi.create(readers);
    writing = Jdbi.create(writers);
  }

  /**
   * @throws Refusal with FAILED if the server does not answer
   */
  static PostgresEngine open(DatabaseConf conf) {
    PGSimpleDataSource source = PostgresServerSource.of(conf, System.getenv(), answer(conf));
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      throw StoreErrors.failed(conf, e);
    }
    return new PostgresEngine(conf, source);
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("number", "bigint");
  }

  @Override
  public DataSource migrating() {
    // An index over years of events takes its time.
    return PostgresServerSource.of(conf, System.getenv(), 0);
  }

  private static int answer(DatabaseConf conf) {
    return (int) Math.max(1, 2 * conf.patience().toSeconds());
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return reading.withHandle(work::apply);
  }

  @Override
  public <T> T write(Function<Handle, T> work) {
    return writing.inTransaction(work::apply);
  }

  @Override
  public WriterSeat seat() {
    return PostgresSeat.take(conf, source::getConnection);
  }

  /** Class 23 of SQLSTATE: integrity constraint violation. */
  @Override
  public boolean isConflict(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private HikariDataSource pool(String name, boolean readOnly, int most) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("clairscore-" + name);
    config.setDataSource(source);
    config.setReadOnly(readOnly);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Math.max(250, conf.patience().toMillis()));
    config.setValidationTimeout(Math.max(250, conf.patience().toMillis() / 2));
    // The server was reached a moment ago; the pool itself never keeps the service from starting.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
