package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventHistoryTest {
  private static final long CLIENT = 100_002;
  private static final Actor ADVISOR = new Actor("advisor", "ACCOUNT");

  @TempDir Path folder;

  private static AuditEvent by(String id, AuditEntry entry) {
    return new AuditEvent(new Actor(id, "ACCOUNT"), "request", entry);
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whatHappenedWithAClientIsToldNewestFirstInPages(TestStore store) {
    SampleEvents samples = new SampleEvents(1);
    PredictionEvent first = samples.of(OptionalLong.of(CLIENT), OptionalInt.empty());
    PredictionEvent second = samples.of(OptionalLong.of(CLIENT), OptionalInt.of(3));
    AuditEntry read = new AuditEntry.FileRead(CLIENT, "review", List.of("profile", "explanation"));
    AuditEntry outcome = new AuditEntry.Outcome(CLIENT, 1L, 1, "2026-11-01");
    try (Database database = Database.open(store.fresh(folder))) {
      try (EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
        log.append(first);
        log.append(samples.of(OptionalLong.of(7), OptionalInt.empty()));
        log.append(by("advisor", read));
        log.append(samples.of(OptionalLong.empty(), OptionalInt.empty()));
        log.append(second);
        log.append(by("other", new AuditEntry.FileRead(7L, "audit", List.of("profile"))));
        log.append(by("advisor", outcome));
      }
      EventHistory history = new EventHistory(database);

      List<StoredEvent> page = history.client(CLIENT, EventHistory.NEWEST, 3);
      assertThat(page).extracting(event -> event.receipt().number()).containsExactly(7L, 5L, 3L);
      assertThat(history.client(CLIENT, 3, 3))
          .extracting(event -> event.receipt().number())
          .containsExactly(1L);
      assertThat(page.get(0))
          .isInstanceOfSatisfying(
              StoredEvent.Audit.class,
              audit ->
                  assertThat(audit.event()).isEqualTo(new AuditEvent(ADVISOR, "request", outcome)));
      assertThat(history.latestPrediction(CLIENT).orElseThrow().event()).isEqualTo(second);
      assertThat(history.prediction(1).orElseThrow().event()).isEqualTo(first);
      assertThat(history.prediction(3)).isEmpty();
      assertThat(history.latestPrediction(9)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void auditEventsAreFoundByWhoWhatAndPrediction(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      AuditTrail trail = new AuditTrail(database);
      List<AuditEntry> entries = new ArrayList<>(Entries.OF_EACH_KIND);
      for (AuditEntry entry : entries) {
        trail.record(by(entry instanceof AuditEntry.Login ? "visitor" : "advisor", entry));
      }
      EventHistory history = new EventHistory(database);

      assertThat(history.audit(EventFilter.ALL, EventHistory.NEWEST, 100))
          .extracting(audit -> audit.event().entry())
          .containsExactlyElementsOf(Entries.newestFirst());
      assertThat(history.audit(EventFilter.ALL.by("visitor"), EventHistory.NEWEST, 100)).hasSize(1);
      assertThat(
              history.audit(
                  EventFilter.ALL.of(AuditKind.OUTCOME, AuditKind.REVIEW), EventHistory.NEWEST, 9))
          .hasSize(2);
      assertThat(history.audit(EventFilter.prediction(4), EventHistory.NEWEST, 9))
          .extracting(audit -> audit.event().entry().prediction())
          .containsOnly(4L)
          .hasSize(3);
    }
  }
}
