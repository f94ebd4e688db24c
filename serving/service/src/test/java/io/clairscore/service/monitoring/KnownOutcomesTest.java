package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.drift.meaning.Interval;
import io.clairscore.scorer.event.Actor;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.monitoring.StoredPredictions.Stored;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes are joined with the prediction they belong to, and measured as loops metric them. */
class KnownOutcomesTest {
  private static final double SAME = 1e-9;

  @TempDir Path folder;
  private final StoredPredictions predictions = StoredPredictions.of(300, 2);

  private static void tell(AuditTrail trail, Long client, Long prediction, int outcome) {
    trail.record(
        new AuditEvent(
            new Actor("anne", "ACCOUNT"),
            "request",
            new AuditEntry.Outcome(client, prediction, outcome, "2026-11-27")));
  }

  /** Begins the chain behind the predictions, which came before. */
  private AuditTrail trail(Database database) {
    AuditTrail trail = new AuditTrail(database);
    long last = predictions.all().get(predictions.all().size() - 1).id();
    database.change(
        handle ->
            handle
                .createUpdate("update event_chain set last_number = :n")
                .bind("n", last)
                .execute());
    return trail;
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void accuracyCostAndAucAreThoseOfTheJoinedPredictions(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      predictions.store(database);
      AuditTrail trail = trail(database);
      KnownOutcomes outcomes = new KnownOutcomes(database);
      Map<Stored, Integer> told = new HashMap<>();
      Random random = new Random(3);
      for (Stored stored : predictions.all()) {
        if (random.nextInt(3) == 0) {
          int outcome = random.nextInt(4) == 0 ? 1 : 0;
          tell(trail, null, stored.id(), 1 - outcome);
          tell(trail, stored.event().client().getAsLong(), stored.id(), outcome);
          told.put(stored, outcome);
        }
      }
      assertThat(outcomes.join()).isEqualTo(2 * told.size());
      assertThat(outcomes.join()).as("each is joined once").isZero();
      assertRight(database, told);
    }
  }

  private void assertRight(Database database, Map<Stored, Integer> told) {
    List<Stored> known =
        predictions.between(StoredPredictions.RUN, 0, Long.MAX_VALUE).stream()
            .filter(told::containsKey)
            .toList();
    ObservedPerformance observed =
        new ObservedPerformance(
            new KnownOutcomes(database).between(StoredPredictions.RUN, 0, Long.MAX_VALUE),
            StoredPredictions.REFERENCE.threshold());
    double right = 0;
    double cost = 0;
    double defaults = 0;
    for (Stored stored : known) {
      boolean bad = told.get(stored) == 1;
      right += bad == SlowFigures.isRefused(stored) ? 1 : 0;
      cost += bad && !SlowFigures.isRefused(stored) ? 10 : 0;
      cost += !bad && SlowFigures.isRefused(stored) ? 1 : 0;
      defaults += bad ? 1 : 0;
    }
    int n = known.size();
    assertThat(n).as("joined predictions").isGreaterThan(50);
    assertThat(observed.known()).isEqualTo(n);
    assertThat(observed.defaults()).isEqualTo((long) defaults);
    assertThat(observed.accuracy().value()).isEqualTo(right / n, within(SAME));
    assertThat(observed.costPerClient().value()).isEqualTo(cost / n, within(SAME));
    assertThat(observed.defaultRate().value()).isEqualTo(defaults / n, within(SAME));
    assertThat(observed.auc().value())
        .isEqualTo(new SlowFigures(known).auc(told::get), within(SAME));
    for (Interval interval :
        List.of(observed.accuracy(), observed.costPerClient(), observed.auc())) {
      assertThat(interval.high() - interval.low()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void anOutcomeThatNamesNoPredictionBelongsToTheLastOfItsClient(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      predictions.store(database);
      AuditTrail trail = trail(database);
      Map<Long, Stored> last = new HashMap<>();
      predictions.all().forEach(at -> last.put(at.event().client().getAsLong(), at));
      last.keySet().forEach(client -> tell(trail, client, null, 1));
      tell(trail, 999_999L, null, 1);
      new KnownOutcomes(database).join();
      List<Long> joined =
          database.read(
              handle ->
                  handle
                      .createQuery("select prediction_id from known_outcomes")
                      .mapTo(Long.class)
                      .list());
      assertThat(joined)
          .containsExactlyInAnyOrderElementsOf(last.values().stream().map(Stored::id).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void outcomesOfADayAreThoseOfItsPredictions(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      predictions.store(database);
      AuditTrail trail = trail(database);
      predictions.all().forEach(stored -> tell(trail, null, stored.id(), 0));
      KnownOutcomes outcomes = new KnownOutcomes(database);
      outcomes.join();
      Map<Long, Long> byDay = new HashMap<>();
      predictions
          .between(StoredPredictions.RUN, 0, Long.MAX_VALUE)
          .forEach(stored -> byDay.merge(Grain.DAY.begin(stored.moment()), 1L, Long::sum));
      assertThat(byDay).hasSizeGreaterThan(3);
      outcomes
          .byWindow(StoredPredictions.RUN, 0, Long.MAX_VALUE, Grain.DAY.millis())
          .forEach((day, tally) -> assertThat(tally.clients()).isEqualTo(byDay.remove(day)));
      assertThat(byDay).as("days without a window").isEmpty();
    }
  }
}
