package io.clairscore.service.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.clairscore.scorer.event.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Both kinds of database, for tests that hold of each:
 * {@code @ParameterizedTest @EnumSource(TestStore.class)}. PostgreSQL is started once, from the
 * system's package; without it its tests are skipped aloud.
 */
public enum TestStore {
  SQLITE {
    @Override
    public DatabaseConf fresh(Path folder) {
      return DatabaseConf.sqlite(folder.resolve(UUID.randomUUID() + ".db"));
    }

    @Override
    public Connection connect(DatabaseConf conf) throws SQLException {
      return DriverManager.getConnection(conf.url());
    }
  },
  POSTGRES {
    @Override
    public DatabaseConf fresh(Path folder) {
      PostgresServer server = server();
      String name = "test_" + UUID.randomUUID().toString().replace("-", "");
      try (Connection connection = connect(server.url());
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return DatabaseConf.local(server.url(name), PostgresServer.USER, server.passwordFile());
    }

    @Override
    public Connection connect(DatabaseConf conf) throws SQLException {
      return connect(conf.url());
    }

    private Connection connect(String url) throws SQLException {
      return DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }
  };

  /** Settings of a new, empty database. */
  public abstract DatabaseConf fresh(Path folder);

  /** A plain connection to it, for a test that does what no program of ours does. */
  public abstract Connection connect(DatabaseConf conf) throws SQLException;

  /** The server of this JVM. */
  public static PostgresServer server() {
    return Running.SERVER.orElseGet(
        () -> {
          System.err.println(
              "SKIPPED on PostgreSQL: there is none here; apt-get install postgresql has it");
          return abort("no PostgreSQL: apt-get install postgresql");
        });
  }

  /** Started when first asked for, ended with the JVM. */
  private static final class Running {
    static final Optional<PostgresServer> SERVER = PostgresServer.programs().map(Running::start);

    private static PostgresServer start(Path programs) {
      try {
        PostgresServer server = PostgresServer.start(programs);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void stop(PostgresServer server) {
      try {
        server.stop();
      } catch (IOException | InterruptedException e) {
        System.err.println("The PostgreSQL of the tests still runs: " + e);
      }
    }
  }
}
