package io.clairscore.pipelines.drift;

import static org.junit.jupiter.api.Assumptions.abort;

import io.clairscore.pipelines.drift.population.EventSource;
import io.clairscore.scorer.event.PostgresServer;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.PredictionEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A table of prediction events, in a file of SQLite or a PostgreSQL that is started for it. */
abstract class EventStore {

  /** An empty table. */
  static EventStore of(String kind, Path folder) throws Exception {
    EventStore store = kind.equals("SQLite") ? new InFile(folder) : OnServer.start();
    try {
      store.define(kind.equals("SQLite") ? "integer" : "bigint");
    } catch (SQLException e) {
      store.stop();
      throw e;
    }
    return store;
  }

  private void define(String number) throws SQLException {
    String commands = PredictionEvents.definition(number).replaceAll("(?m)^ *--.*$", "");
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      for (String command : commands.strip().split(";")) {
        statement.execute(command);
      }
    }
  }

  abstract Connection connect() throws SQLException;

  abstract String url();

  /** Adds events, numbered behind those there are, at moments of their own. */
  void add(List<PredictionEvent> events, List<Instant> moments) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(PredictionEvents.TABLE.insert())) {
      connection.setAutoCommit(false);
      long number = last(connection);
      for (int i = 0; i < events.size(); i++) {
        Object[] cells = events.get(i).cells();
        insert.setLong(1, ++number);
        insert.setLong(2, TimeUnit.SECONDS.toMicros(moments.get(i).getEpochSecond()));
        for (int place = 0; place < cells.length; place++) {
          insert.setObject(place + 3, cells[place]);
        }
        insert.setBytes(cells.length + 3, new byte[32]);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private static long last(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var found =
            query.executeQuery("select coalesce(max(event_id), 0) from prediction_events")) {
      found.next();
      return found.getLong(1);
    }
  }

  EventSource source(LocalDate from, LocalDate until, String run) {
    return EventSource.of(
        url(),
        Map.of("PGUSER", PostgresServer.USER, "PGPASSWORD", PostgresServer.PASSWORD),
        Optional.ofNullable(from),
        Optional.ofNullable(until),
        Optional.ofNullable(run));
  }

  abstract void stop() throws Exception;

  private static final class InFile extends EventStore {
    private final Path file;

    InFile(Path folder) {
      file = folder.resolve("events.db");
    }

    @Override
    Connection connect() throws SQLException {
      return DriverManager.getConnection(url());
    }

    @Override
    String url() {
      return "jdbc:sqlite:" + file;
    }

    @Override
    void stop() {}
  }

  private static final class OnServer extends EventStore {
    private final PostgresServer server;

    private OnServer(PostgresServer server) {
      this.server = server;
    }

    static OnServer start() throws Exception {
      Optional<Path> programs = PostgresServer.programs();
      if (programs.isEmpty()) {
        System.err.println(
            "SKIPPED prediction events on PostgreSQL: there is none here;"
                + " apt-get install postgresql has it");
        abort("no PostgreSQL: apt-get install postgresql");
      }
      return new OnServer(PostgresServer.start(programs.get()));
    }

    @Override
    Connection connect() throws SQLException {
      return DriverManager.getConnection(url(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    @Override
    String url() {
      return server.url();
    }

    @Override
    void stop() throws Exception {
      server.stop();
    }
  }
}
