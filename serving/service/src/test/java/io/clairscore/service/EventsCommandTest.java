package io.clairscore.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventReceipt;
import io.clairscore.service.events.EventsConf;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
  @TempDir Path folder;

  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("events", arguments[0]));
    all.addAll(List.of("--set", "store.url=jdbc:sqlite:" + folder.resolve("events.db")));
    all.addAll(List.of(arguments).subList(1, arguments.length));
    PrintWriter out = new PrintWriter(said, true);
    return Main.commands().setOut(out).setErr(out).execute(all.toArray(String[]::new));
  }

  @Test
  void eventsAreVerifiedAndExportedWhileTheServiceRuns() throws Exception {
    DatabaseConf conf = DatabaseConf.sqlite(folder.resolve("events.db"));
    SampleEvents samples = new SampleEvents(1);
    try (Database database = Database.open(conf);
        EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
      EventReceipt first = log.append(samples.next()).join();
      EventReceipt second = log.append(samples.next()).join();

      assertThat(run("verify", "--expect", "1=" + first.hash())).isZero();
      assertThat(said).asString().contains("events 1 to 2 are what was written", second.hash());
      Path file = folder.resolve("events.csv");
      assertThat(run("export", "--format", "CSV", "--out", file.toString())).isZero();
      assertThat(Files.readAllLines(file)).hasSize(1 + 3).last().asString().contains("EXPORT");
      assertThat(run("export", "--out", file.toString())).as("the file is there").isEqualTo(1);
      assertThat(run("remove")).isZero();
      assertThat(said).asString().contains("no event is older than 730 days");

      database.change(handle -> handle.execute("update prediction_events set points = 0"));
      assertThat(run("verify")).isEqualTo(3);
      assertThat(said).asString().contains("Event 1: it is not what was written");
    }
  }

  @Test
  void whereNoServiceRanNothingIsMade() {
    assertThat(run("verify")).isEqualTo(3);
    assertThat(said).asString().contains("There is no database of a service");
    assertThat(folder).isEmptyDirectory();
  }
}
