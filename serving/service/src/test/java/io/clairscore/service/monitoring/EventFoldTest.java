package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.service.monitoring.StoredPredictions.Stored;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of stored predictions are those of loops over all predictions. */
class EventFoldTest {
  private static final double SAME = 1e-9;

  @TempDir Path folder;
  private final StoredPredictions predictions = StoredPredictions.of(400, 1);

  private static EventFold fold(Database database) {
    return new EventFold(
        database,
        run ->
            run.equals(StoredPredictions.RUN)
                ? Optional.of(StoredPredictions.REFERENCE)
                : Optional.empty(),
        new PredictionCounts());
  }

  private void assertEveryWindowIsRight(Database database) {
    for (Grain grain : List.of(Grain.HOUR, Grain.DAY)) {
      for (String run : List.of(StoredPredictions.RUN, "run-2")) {
        TreeSet<Long> starts = new TreeSet<>();
        predictions
            .between(run, 0, Long.MAX_VALUE)
            .forEach(stored -> starts.add(grain.begin(stored.moment())));
        List<Windows.Window<PredictionTally>> windows =
            database.read(
                handle -> Windows.PREDICTIONS.between(handle, grain, 0, Long.MAX_VALUE, run));
        assertThat(windows).extracting(Windows.Window::start).containsExactlyElementsOf(starts);
        for (Windows.Window<PredictionTally> window : windows) {
          assertRight(
              window.sum(),
              predictions.between(run, window.start(), window.start() + grain.millis()),
              run);
        }
      }
    }
  }

  private static void assertRight(PredictionTally tally, List<Stored> expected, String run) {
    SlowFigures slow = new SlowFigures(expected);
    PredictionFigures figures = new PredictionFigures(tally, StoredPredictions.REFERENCE);
    assertThat(tally.predictions()).isEqualTo(expected.size());
    assertThat(tally.outcomes().refused().clients()).isEqualTo(slow.refused());
    assertThat(figures.expected(OutcomeFigure.COST_PER_CLIENT))
        .isEqualTo(slow.expectedCost(10, 1), within(SAME));
    assertThat(figures.scorePsi())
        .isEqualTo(slow.psi(StoredPredictions.REFERENCE.levels()), within(SAME));
    assertThat(tally.features()).hasSize(run.equals(StoredPredictions.RUN) ? 2 : 0);
    if (run.equals(StoredPredictions.RUN) && tally.feature("LAST").count() > 1) {
      FeatureTally last = tally.feature("LAST");
      assertThat(last.missingRate()).isEqualTo(slow.missingRate(29), within(SAME));
      assertThat(last.mean()).isEqualTo(slow.mean(29), within(SAME));
      assertThat(last.deviation()).isEqualTo(slow.deviation(29), within(SAME));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void inWhateverPartsTheyComeEachIsSummedUpOnce(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      int stored = 0;
      for (int until : new int[] {1, 90, 91, 230, 400}) {
        predictions.store(database, stored, until);
        stored = until;
        // Another fold each time: what a service that ended knew is in the store.
        EventFold fold = fold(database);
        while (fold.fold(37) > 0) {
          assertThat(fold.behind()).isLessThan(400);
        }
      }
      assertThat(fold(database).behind()).isZero();
      assertEveryWindowIsRight(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void expectedAucOfFourDaysIsThatOfAllPairs(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      predictions.store(database);
      assertThat(fold(database).fold(10_000)).isEqualTo(400);
      PredictionTally tally =
          database
              .read(
                  handle ->
                      Windows.PREDICTIONS.between(
                          handle, Grain.DAY, 0, Long.MAX_VALUE, StoredPredictions.RUN))
              .stream()
              .map(Windows.Window::sum)
              .reduce(PredictionTally.NONE, PredictionTally::plus);
      SlowFigures slow =
          new SlowFigures(predictions.between(StoredPredictions.RUN, 0, Long.MAX_VALUE));
      PredictionFigures figures = new PredictionFigures(tally, StoredPredictions.REFERENCE);
      assertThat(figures.of(Metric.EXPECTED_AUC))
          .isEqualTo(slow.auc(stored -> stored.event().score().probability()), within(SAME));
      assertThat(figures.of(Metric.MISSING_CHANGE))
          .isEqualTo(
              Math.max(Math.abs(slow.missingRate(0) - 0.1), slow.missingRate(29)), within(SAME));
      assertThat(figures.of(Metric.MEAN_SHIFT))
          .isEqualTo(
              Math.max(Math.abs(slow.mean(0) - 0.5) / 2, Math.abs(slow.mean(29))), within(SAME));
      assertThat(figures.of(Metric.EXPECTED_COST_CHANGE))
          .isEqualTo(slow.expectedCost(10, 1) / 0.5 - 1, within(SAME));
    }
  }
}
