package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.scorer.event.EventColumn;
import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainVerifierTest {
  @TempDir Path folder;

  private static ChainReport verify(WrittenEvents events, Map<Long, String> expected) {
    try (Database database = Database.open(events.conf())) {
      return new ChainVerifier(database, expected).verify();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whatWasWrittenFitsAndEndsWithTheHashOfTheLastReceipt(TestStore store) {
    WrittenEvents events = WrittenEvents.in(store, folder);
    EventReceipt last = events.receipts().get(WrittenEvents.COUNT - 1);
    Map<Long, String> noted = Map.of(7L, events.receipts().get(6).hash());

    assertThat(verify(events, noted))
        .isEqualTo(
            new ChainReport(1, WrittenEvents.COUNT, last.hash(), java.util.Optional.empty()));
    assertThat(verify(events, Map.of(7L, last.hash())).fault())
        .contains(new ChainReport.Fault(7, "its hash is not the one that was noted before"));
  }

  /** Every column of both tables, in a row that has something to change. */
  @ParameterizedTest
  @EnumSource(TestStore.class)
  void everyChangedCellIsFound(TestStore store) throws SQLException {
    WrittenEvents events = WrittenEvents.in(store, folder);
    Random random = new Random(3);
    int changed = 0;
    try (Database database = Database.open(events.conf());
        Connection connection = store.connect(events.conf())) {
      ChainVerifier verifier = new ChainVerifier(database, Map.of());
      for (EventTable table : List.of(PredictionEvents.TABLE, AuditEvents.TABLE)) {
        List<String> columns = new ArrayList<>(List.of(EventTable.MOMENT, EventTable.HASH));
        table.columns().stream().map(EventColumn::name).forEach(columns::add);
        for (String column : columns) {
          Cell cell = Cell.any(connection, table, column, random);
          cell.write(connection, cell.other());
          assertThat(verifier.verify().fault())
              .as(table.name() + "." + column)
              .hasValueSatisfying(fault -> assertThat(fault.number()).isEqualTo(cell.number));
          cell.write(connection, cell.value);
          changed++;
        }
      }
      assertThat(verifier.verify().fault()).isEmpty();
    }
    assertThat(changed).isEqualTo(21 + 7 + 4);
  }

  /** A cell as it was, to be put back. */
  private record Cell(EventTable table, String column, long number, Object value) {
    static Cell any(Connection connection, EventTable table, String column, Random random)
        throws SQLException {
      String sql =
          "select event_id, %s from %s where %s is not null order by event_id"
              .formatted(column, table.name(), column);
      List<Cell> cells = new ArrayList<>();
      try (PreparedStatement query = connection.prepareStatement(sql);
          ResultSet found = query.executeQuery()) {
        while (found.next()) {
          cells.add(new Cell(table, column, found.getLong(1), found.getObject(2)));
        }
      }
      return cells.get(random.nextInt(cells.size()));
    }

    Object other() {
      if (value instanceof byte[] bytes) {
        byte[] others = bytes.clone();
        others[others.length / 2] ^= 1;
        return others;
      }
      if (value instanceof Double real) {
        return Math.nextUp(real);
      }
      return value instanceof Number whole ? (Object) (whole.longValue() + 1) : value + " ";
    }

    void write(Connection connection, Object cell) throws SQLException {
      String sql = "update %s set %s = ? where event_id = ?".formatted(table.name(), column);
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setObject(1, cell);
        update.setLong(2, number);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
    }
  }

  private static final List<String> TABLES =
      List.of("prediction_events", "audit_events", "event_chain");

  private static String added(long number) {
    return "insert into audit_events select "
        + number
        + ", occurred_at, principal_id, principal_kind, request_id, kind, sk_id_curr,"
        + " prediction_id, payload, hash from audit_events order by event_id limit 1";
  }

  /** What is done to the rows, and the words by which it is found. */
  private static final Map<String, String> TAMPERINGS =
      Map.of(
          "delete from prediction_events where event_id ="
              + " (select min(event_id) from prediction_events where event_id > 10)",
          "missing",
          "delete from prediction_events where event_id > 30",
          "missing",
          "delete from audit_events",
          "missing",
          "update prediction_events set event_id = -event_id where event_id < 5;"
              + "update prediction_events set event_id = 5 + event_id where event_id < 0",
          "",
          added(WrittenEvents.COUNT + 1),
          "behind the end",
          added(0),
          "before the beginning",
          "update event_chain set last_number = 39",
          "another hash",
          "update event_chain set last_number = 41",
          "missing");

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void rowsThatWereRemovedMovedOrAddedAreFound(TestStore store) throws SQLException {
    WrittenEvents events = WrittenEvents.in(store, folder);
    try (Database database = Database.open(events.conf());
        Connection connection = store.connect(events.conf())) {
      ChainVerifier verifier = new ChainVerifier(database, Map.of());
      for (String table : TABLES) {
        run(connection, "create table kept_" + table + " as select * from " + table);
      }
      for (Map.Entry<String, String> tampering : TAMPERINGS.entrySet()) {
        run(connection, tampering.getKey());
        assertThat(verifier.verify().fault())
            .as(tampering.getKey())
            .hasValueSatisfying(fault -> assertThat(fault.words()).contains(tampering.getValue()));
        for (String table : TABLES) {
          run(
              connection,
              "delete from " + table + "; insert into " + table + " select * from kept_" + table);
        }
        assertThat(verifier.verify().fault()).isEmpty();
      }
    }
  }

  private static void run(Connection connection, String commands) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String command : commands.split(";")) {
        statement.executeUpdate(command);
      }
    }
  }

  /**
   * Whoever computes every hash anew is found by a hash that was noted elsewhere, and by nothing
   * else.
   */
  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aChainThatWasWrittenAnewIsFoundByANotedHash(TestStore store) {
    WrittenEvents events = WrittenEvents.in(store, folder);
    WrittenEvents forged = WrittenEvents.in(store, folder);
    assertThat(verify(forged, Map.of()).fault()).isEmpty();
    assertThat(verify(forged, Map.of(30L, events.receipts().get(29).hash())).fault())
        .hasValueSatisfying(fault -> assertThat(fault.number()).isEqualTo(30));
  }
}
