package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Minutes of the service are kept, add up to hours and days, and outlive a restart. */
class ServiceRecorderTest {
  private static final long DAY = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
  private static final long MINUTE = Grain.MINUTE.millis();

  @TempDir Path folder;

  private static ServiceTally requests(int count) {
    RequestCounts counts = new RequestCounts();
    for (int i = 0; i < count; i++) {
      counts.add(i % 10 == 0 ? 500 : 200, 1_000_000);
    }
    return counts.take();
  }

  private static List<Windows.Window<ServiceTally>> windows(Database database, Grain grain) {
    return database.read(handle -> Windows.SERVICE.between(handle, grain, 0, Long.MAX_VALUE, ""));
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aMinuteThatARestartCutsInTwoIsOneMinute(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      ServiceRecorder before = new ServiceRecorder(database);
      before.add(DAY + 10, requests(10));
      assertThat(before.store(DAY + 20)).as("the minute is not over").isFalse();
      before.add(DAY + 30, requests(20));
      before.storeAll();
      ServiceRecorder after = new ServiceRecorder(database);
      after.add(DAY + 40_000, requests(30));
      after.add(DAY + MINUTE, requests(40));
      assertThat(after.store(DAY + MINUTE + 1)).isTrue();
      assertThat(windows(database, Grain.MINUTE))
          .extracting(window -> window.sum().requests())
          .containsExactly(60L);
      after.storeAll();
      assertThat(windows(database, Grain.HOUR).get(0).sum().requests()).isEqualTo(100);
      assertThat(windows(database, Grain.HOUR).get(0).sum().failed()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void severalDaysLookRightAfterARestart(TestStore store) {
    try (Database database = Database.open(store.fresh(folder))) {
      ServiceRecorder recorder = new ServiceRecorder(database);
      for (int day = 0; day < 3; day++) {
        for (int hour = 0; hour < 24; hour += 6) {
          recorder.add(
              DAY + day * Grain.DAY.millis() + hour * Grain.HOUR.millis(), requests(day + 1));
        }
      }
      recorder.storeAll();
      assertThat(windows(database, Grain.DAY))
          .extracting(window -> window.sum().requests())
          .containsExactly(4L, 8L, 12L);
      assertThat(windows(database, Grain.HOUR)).hasSize(12);
      database.change(handle -> Windows.forget(handle, Grain.HOUR, DAY + 2 * Grain.DAY.millis()));
      assertThat(windows(database, Grain.HOUR)).as("old hours are forgotten").hasSize(4);
      assertThat(windows(database, Grain.DAY)).as("days are kept longer").hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aStoreThatIsAwayIsWaitedFor(TestStore store) throws Exception {
    var conf = store.fresh(folder);
    try (Database database = Database.open(conf)) {
      ServiceRecorder recorder = new ServiceRecorder(database);
      try (var connection = store.connect(conf);
          var statement = connection.createStatement()) {
        statement.execute("alter table monitoring_windows rename to gone");
        recorder.add(DAY, requests(10));
        recorder.store(DAY + 2 * MINUTE);
        statement.execute("alter table gone rename to monitoring_windows");
      }
      recorder.add(DAY + 2 * MINUTE, requests(5));
      recorder.store(DAY + 4 * MINUTE);
      assertThat(windows(database, Grain.MINUTE))
          .extracting(window -> window.sum().requests())
          .containsExactly(10L, 5L);
    }
  }
}
