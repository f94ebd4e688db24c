package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.scorer.event.PostgresServer;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks outside: a server that crashes, sessions that end, a disk that is full. */
class EventOutagesTest {
  private static final EventsConf CONF = new EventsConf(64, 16, 10_000, 183);

  @TempDir Path folder;

  /** Appends without end until it is stopped, and remembers what was acknowledged. */
  private static final class Askers implements AutoCloseable {
    private final EventLog log;
    private final Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();
    private final Set<String> failures = new ConcurrentSkipListSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Askers(EventLog log) {
      this.log = log;
      for (int i = 0; i < 3; i++) {
        int seed = i;
        threads.add(new Thread(() -> ask(new SampleEvents(seed))));
      }
      threads.forEach(Thread::start);
    }

    private void ask(SampleEvents samples) {
      while (!stopped) {
        CompletableFuture<EventReceipt> receipt = log.append(samples.next());
        try {
          EventReceipt kept = receipt.get();
          acknowledged.put(kept.number(), kept.hash());
        } catch (Exception e) {
          failures.add(e.getCause().getMessage().lines().findFirst().orElse(""));
        }
      }
    }

    void goOnUntilMoreIsAcknowledged() throws InterruptedException {
      int before = acknowledged.size();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (acknowledged.size() < before + 20) {
        assertThat(System.nanoTime()).as("it works again: " + failures).isLessThan(end);
        Thread.sleep(5);
      }
    }

    @Override
    public void close() {
      stop();
    }

    void stop() {
      stopped = true;
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Every receipt is of an event that is there, and nothing else has come between. */
  private static void nothingIsLost(DatabaseConf conf, Askers askers) {
    try (Database database = Database.existing(conf)) {
      assertThat(new ChainVerifier(database, askers.acknowledged).verify().fault()).isEmpty();
      ChainWalk walk = new ChainWalk(database, 1, Long.MAX_VALUE);
      Map<Long, String> kept = new TreeMap<>();
      walk.forEachRemaining(row -> kept.put(row.number(), row.receipt().hash()));
      assertThat(kept).containsAllEntriesOf(askers.acknowledged);
      assertThat(askers.acknowledged).hasSizeGreaterThan(40);
    }
  }

  private static void command(String sql) throws SQLException {
    PostgresServer server = TestStore.server();
    try (Connection connection =
            DriverManager.getConnection(
                server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aServerThatCrashesIsReadOnlyOrEndsSessionsLosesNothing() throws Exception {
    DatabaseConf conf = TestStore.POSTGRES.fresh(folder);
    PostgresServer server = TestStore.server();
    try (Database database = Database.open(conf);
        EventLog log = EventLog.open(database, CONF);
        Askers askers = new Askers(log)) {
      askers.goOnUntilMoreIsAcknowledged();
      for (int i = 0; i < 3; i++) {
        command(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'clairscore'");
        askers.goOnUntilMoreIsAcknowledged();
      }
      server.crash();
      server.again();
      askers.goOnUntilMoreIsAcknowledged();
      command("alter system set default_transaction_read_only = on");
      command("select pg_reload_conf()");
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (log.status().healthy() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      assertThat(log.status().healthy()).isFalse();
      command("alter system reset default_transaction_read_only");
      command("select pg_reload_conf()");
      askers.goOnUntilMoreIsAcknowledged();
      askers.stop();
      assertThat(askers.failures)
          .allMatch(
              words ->
                  words.startsWith("The prediction could not be recorded")
                      || words.startsWith("It is not known whether"));
      nothingIsLost(conf, askers);
    }
  }

  @Test
  void aFullDiskFailsEventsInWordsAndTheLogGoesOnWhenThereIsRoomAgain() throws Exception {
    DatabaseConf conf = TestStore.SQLITE.fresh(folder);
    try (Database database = Database.open(conf);
        FaultySeat seat = new FaultySeat(database.seat());
        EventLog log =
            EventLog.open(
                seat, CONF, Runnable::run, new EventClock(Clock.systemUTC(), System::nanoTime));
        Askers askers = new Askers(log)) {
      askers.goOnUntilMoreIsAcknowledged();
      seat.diskOfPages(1);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (log.status().healthy() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      assertThat(log.status().healthy()).isFalse();
      seat.diskOfPages(1_000_000);
      askers.goOnUntilMoreIsAcknowledged();
      askers.stop();
      assertThat(askers.failures)
          .isNotEmpty()
          .allMatch(words -> words.startsWith("The prediction could not be recorded"));
      nothingIsLost(conf, askers);
    }
  }
}
