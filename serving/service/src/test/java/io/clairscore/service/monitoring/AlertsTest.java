package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.text.Language;
import io.clairscore.service.monitoring.Rule.Direction;
import io.clairscore.service.monitoring.Rule.Severity;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts open, are kept over a restart, told in words, seen and closed. */
class AlertsTest {
  private static final long MINUTE = Grain.MINUTE.millis();
  private static final Rule SLOW =
      new Rule("slow", "latency-p99", Direction.ABOVE, 500, 250, 1, Severity.WARNING);
  private static final Rule DISK =
      new Rule("disk", "disk-free", Direction.BELOW, 1e9, 1.5e9, 0, Severity.CRITICAL);

  @TempDir Path folder;

  private static AlertWatch watch(AlertBook book, Rule... rules) {
    return new AlertWatch(book, List.of(rules), 0);
  }

  private static List<Outbox.Message> due(Database database) {
    return database.read(handle -> Outbox.due(handle, 9 * MINUTE));
  }

  private static double value(Metric metric, double latency, double disk) {
    return metric == Metric.LATENCY_P99 ? latency : disk;
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void anAlertIsOneFromItsOpeningToItsEndOverARestart(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      AlertBook book = new AlertBook(database, new Outbox(true));
      AlertWatch watch = watch(book, SLOW, DISK);
      watch.look(0, metric -> value(metric, 900, 2e9));
      assertThat(book.open()).isEmpty();
      watch.look(MINUTE, metric -> value(metric, 950, 2e9));
      assertThat(book.open()).extracting(Alert::rule).containsExactly("slow");
      AlertWatch restarted = watch(book, SLOW, DISK);
      restarted.look(2 * MINUTE, metric -> value(metric, 700, 5e8));
      assertThat(book.open()).extracting(Alert::rule).containsExactly("disk", "slow");
      assertThat(book.open().get(1).openedValue()).isEqualTo(950);
      assertThat(book.open().get(1).lastValue()).isEqualTo(700);
      restarted.look(3 * MINUTE, metric -> value(metric, 100, 5e8));
      restarted.look(4 * MINUTE, metric -> value(metric, 100, 5e8));
      assertThat(book.open()).extracting(Alert::rule).containsExactly("disk");
      assertThat(book.newest(10)).extracting(Alert::rule).containsExactly("disk", "slow");
      assertThat(book.newest(10).get(1).closed().orElseThrow().toEpochMilli())
          .isEqualTo(4 * MINUTE);
      assertThat(due(database))
          .as("messages: slow opened, disk opened, slow closed")
          .extracting(message -> message.body().replaceAll(".*\"state\":\"(\\w+)\".*", "$1"))
          .containsExactly("open", "open", "closed");
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void anAlertWhoseRuleIsGoneIsClosed(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      AlertBook book = new AlertBook(database, new Outbox(false));
      watch(book, DISK).look(0, metric -> value(metric, 0, 1));
      assertThat(book.open()).hasSize(1);
      watch(book, SLOW);
      assertThat(book.open()).isEmpty();
      assertThat(due(database)).as("nobody is told where no webhook is set").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theFirstWhoSawAnAlertIsKept(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      AlertBook book = new AlertBook(database, new Outbox(false));
      Alert alert = book.open(DISK, 0, 1);
      int[] recorded = {0};
      assertThat(book.acknowledge(alert.id(), "anne", 5, handle -> recorded[0]++))
          .hasValueSatisfying(seen -> assertThat(seen.acknowledgedBy()).hasValue("anne"));
      assertThat(book.acknowledge(alert.id(), "paul", 6, handle -> recorded[0]++))
          .hasValueSatisfying(seen -> assertThat(seen.acknowledgedBy()).hasValue("anne"));
      assertThat(book.acknowledge(99, "anne", 7, handle -> recorded[0]++)).isEmpty();
      assertThat(recorded[0]).as("audited once").isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anAlertTellsItsValueItsThresholdAndWhatToDo(Language language) {
    Alert alert =
        new Alert(
            1,
            "disk",
            Metric.DISK_FREE,
            Severity.CRITICAL,
            Direction.BELOW,
            1e9,
            Instant.EPOCH,
            5e8,
            5e8,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    AlertWords words = new AlertWords(language);
    assertThat(words.sentence(alert))
        .isEqualTo(
            language == Language.FRENCH
                ? "Place libre sur le disque du stockage : 500\u00a0Mo, en dessous du seuil de"
                    + " 1\u00a0Go."
                : "Free room on the disk of the store: 500\u00a0MB, below the threshold of"
                    + " 1\u00a0GB.");
    assertThat(words.remedy(alert)).isNotBlank();
  }
}
