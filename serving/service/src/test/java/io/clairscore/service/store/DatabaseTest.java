package io.clairscore.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
  @TempDir Path folder;

  private static void table(Database database) {
    database.change(
        handle -> handle.execute("create table counts (name text not null primary key, n bigint)"));
    database.change(handle -> handle.execute("insert into counts values ('all', 0)"));
  }

  private static long count(Database database) {
    return database.read(
        handle ->
            handle.createQuery("select n from counts where name = 'all'").mapTo(Long.class).one());
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void tablesAreMadeOnceAndFoundAgain(TestStore store) {
    DatabaseConf conf = store.fresh(folder);
    try (Database database = Database.open(conf)) {
      table(database);
    }
    try (Database database = Database.open(conf)) {
      assertThat(count(database)).isZero();
      for (String name : List.of("prediction_events", "audit_events", "event_chain")) {
        long rows =
            database.read(
                handle ->
                    handle.createQuery("select count(*) from " + name).mapTo(Long.class).one());
        assertThat(rows).as(name).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void changesReadFirstAndWriteLaterWithoutLosingOne(TestStore store) throws Exception {
    try (Database database = Database.open(store.fresh(folder))) {
      table(database);
      Callable<Void> increments =
          () -> {
            for (int i = 0; i < 50; i++) {
              database.change(
                  handle -> {
                    String locked = store == TestStore.POSTGRES ? " for update" : "";
                    long n =
                        handle
                            .createQuery("select n from counts where name = 'all'" + locked)
                            .mapTo(Long.class)
                            .one();
                    handle.execute("update counts set n = ? where name = 'all'", n + 1);
                  });
            }
            return null;
          };
      var threads = Executors.newFixedThreadPool(4);
      List<Future<Void>> all =
          threads.invokeAll(List.of(increments, increments, increments, increments));
      threads.shutdown();
      for (Future<Void> each : all) {
        each.get();
      }
      assertThat(count(database)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void readersCannotChangeAnything(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      table(database);
      assertThatThrownBy(() -> database.read(handle -> handle.execute("delete from counts")))
          .isInstanceOf(Refusal.class);
      assertThat(count(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aFailedChangeLeavesNothingBehindAndATakenNameIsTheCallersAffair(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      table(database);
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        handle.execute("update counts set n = 9");
                        handle.execute("insert into counts values ('all', 1)");
                      }))
          .isInstanceOf(JdbiException.class);
      assertThat(count(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theSeatOfTheWriterIsTakenOnce(TestStore store) throws SQLException {
    DatabaseConf conf = store.fresh(folder);
    try (Database first = Database.open(conf);
        Database second = Database.open(conf)) {
      WriterSeat seat = first.seat();
      seat.begin();
      seat.commit();
      assertThatThrownBy(second::seat)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LOCKED))
          .hasMessageContaining("one writer of events at a time");
      seat.close();
      second.seat().close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void tablesOfANewerProgramAreRefused(TestStore store) throws SQLException {
    DatabaseConf conf = store.fresh(folder);
    Database.open(conf).close();
    try (Connection connection = store.connect(conf);
        var statement = connection.createStatement()) {
      statement.execute("update clairscore_schema set checksum = 1 where version = '1'");
    }
    assertThatThrownBy(() -> Database.open(conf))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not those of this program");
  }

  @Test
  void theFileIsForItsUserAlone() throws Exception {
    DatabaseConf conf = TestStore.SQLITE.fresh(folder);
    Database.open(conf).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(conf.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.db"), "no database ".repeat(1000));
    assertThatThrownBy(() -> Database.open(DatabaseConf.sqlite(file)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not a database");
  }

  @Test
  void aServerThatIsNotThereIsRefusedWithoutTellingThePassword() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
    DatabaseConf conf = DatabaseConf.local("jdbc:postgresql://127.0.0.1:1/none", "me", password);
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> Database.open(conf))
        .isInstanceOf(Refusal.class)
        .satisfies(failure -> told.add(failure.getMessage()));
    assertThat(told.get(0)).contains("127.0.0.1:1").doesNotContain("s3cret");
  }
}
