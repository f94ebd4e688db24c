package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventLogTest {
  @TempDir Path folder;

  private static AuditEvent read(long client) {
    return new AuditEvent(
        new Actor("account-1", "ACCOUNT"),
        "request",
        new AuditEntry.FileRead(client, "review", List.of("profile")));
  }

  private static long rows(Database database, String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void manyThreadsGetReceiptsOfConsecutiveNumbers(TestStore store) throws Exception {
    DatabaseConf conf = store.fresh(folder);
    Set<Long> numbers = new ConcurrentSkipListSet<>();
    try (Database database = Database.open(conf)) {
      try (EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
        Callable<Void> client =
            () -> {
              SampleEvents samples = new SampleEvents(Thread.currentThread().getId());
              for (int i = 0; i < 100; i++) {
                numbers.add(log.append(samples.next()).get().number());
                numbers.add(log.append(read(100_001)).get().number());
              }
              return null;
            };
        var threads = Executors.newFixedThreadPool(4);
        for (Future<Void> each : threads.invokeAll(List.of(client, client, client, client))) {
          each.get();
        }
        threads.shutdown();
        assertThat(log.status().durable()).isEqualTo(800);
        assertThat(log.status().healthy()).isTrue();
      }
      assertThat(numbers).hasSize(800).first().isEqualTo(1L);
      assertThat(new TreeSet<>(numbers).last()).isEqualTo(800L);
      assertThat(rows(database, "prediction_events")).isEqualTo(400);
      assertThat(rows(database, "audit_events")).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void oneLogOfADatabaseIsOpenAndTheNextGoesOnBehindIt(TestStore store) throws Exception {
    DatabaseConf conf = store.fresh(folder);
    try (Database database = Database.open(conf);
        Database other = Database.open(conf)) {
      try (EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
        assertThat(log.append(read(1)).get().number()).isEqualTo(1);
        assertThatThrownBy(() -> EventLog.open(other, EventsConf.DEFAULT))
            .hasMessageContaining("Another service writes to this database");
      }
      try (EventLog log = EventLog.open(other, EventsConf.DEFAULT)) {
        assertThat(log.append(read(1)).get().number()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aCommandBesideTheServiceAddsToTheSameChain(TestStore store) throws Exception {
    DatabaseConf conf = store.fresh(folder);
    try (Database database = Database.open(conf);
        Database command = Database.open(conf);
        EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
      AuditTrail trail = new AuditTrail(command);
      for (int i = 0; i < 10; i++) {
        assertThat(log.append(read(i)).get().number()).isEqualTo(2 * i + 1);
        trail.record(read(i));
      }
      assertThat(log.append(read(0)).get().number()).isEqualTo(21);
    }
  }
}
