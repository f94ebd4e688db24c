package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRetentionTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Instant NOW = Instant.now();
  private static final Actor ADMINISTRATOR = new Actor("root", "COMMAND");

  @TempDir Path folder;

  private final SampleEvents samples = new SampleEvents(5);

  private void write(Database database, Instant when, int events) {
    EventClock clock = new EventClock(Clock.fixed(when, ZoneOffset.UTC), () -> 0);
    try (EventLog log = EventLog.open(database.seat(), EventsConf.DEFAULT, Runnable::run, clock)) {
      for (int i = 0; i < events; i++) {
        log.append(samples.next());
      }
    }
  }

  private static ChainReport verified(Database database) {
    ChainReport report = new ChainVerifier(database, Map.of()).verify();
    assertThat(report.fault()).isEmpty();
    return report;
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void oldEventsAreRemovedAndTheRestStaysVerifiable(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      write(database, NOW.minus(YEAR.multipliedBy(3)), 20);
      write(database, NOW.minus(YEAR), 15);
      String sealed = new EventHistory(database).prediction(20).orElseThrow().receipt().hash();
      EventRetention retention = new EventRetention(database);

      assertThat(retention.remove(NOW, YEAR.multipliedBy(2), ADMINISTRATOR))
          .contains(new AuditEntry.Removal(1, 20, sealed));
      ChainReport report = verified(database);
      assertThat(report.first()).isEqualTo(21);
      assertThat(report.last()).as("the removal is recorded").isEqualTo(36);
      assertThat(retention.remove(NOW, YEAR.multipliedBy(2), ADMINISTRATOR)).isEmpty();

      write(database, NOW, 2);
      assertThat(verified(database).last()).isEqualTo(38);
      assertThat(retention.remove(NOW.plus(YEAR.multipliedBy(9)), YEAR, ADMINISTRATOR))
          .map(AuditEntry.Removal::last)
          .contains(38L);
      assertThat(verified(database).first()).isEqualTo(39);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whatMustBeKeptOrDoesNotVerifyIsNotRemoved(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      write(database, NOW.minus(YEAR.multipliedBy(3)), 5);
      EventRetention retention = new EventRetention(database);
      assertThatThrownBy(() -> retention.remove(NOW, Duration.ofDays(100), ADMINISTRATOR))
          .hasMessageContaining("183 are the least");
      database.change(handle -> handle.execute("delete from prediction_events where event_id = 3"));
      assertThatThrownBy(() -> retention.remove(NOW, YEAR, ADMINISTRATOR))
          .hasMessageContaining("Event 3: it is missing");
    }
  }
}
