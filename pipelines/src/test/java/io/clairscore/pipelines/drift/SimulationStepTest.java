package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationStepTest extends SparkTest {
  private static final int CLIENTS = 400;
  private static final Scenario SCENARIO =
      new Scenario(3, Map.of("EXT_SOURCE_2", -0.4), Map.of("NULL_EXT_SOURCE_3", 1.5), 3, Set.of(1));

  @TempDir static Path folder;
  private static Path months;
  private static List<String> lines;

  @BeforeEach
  void simulateOnce() {
    if (months == null) {
      months = folder.resolve("months");
      lines = run(SCENARIO, CLIENTS, months);
    }
  }

  private List<String> run(Scenario scenario, int clients, Path out) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return SimulationStep.run(
            new Job(
                session(),
                new Workspace(folder),
                SyntheticClients.configuration(),
                "simulation",
                silent),
            new SimulationRequest(
                Optional.empty(),
                scenario,
                clients,
                clients,
                5,
                YearMonth.of(2026, 1),
                List.of(Language.FRENCH),
                out))
        .lines();
  }

  @Test
  void theDriftThatWasAskedForGrowsAndIsSeenWhereItIs() throws IOException {
    assertThat(lines).hasSize(3 + 1);
    ReportFolder files = new ReportFolder(months);
    List<LocalDate> dates = files.dates();
    assertThat(dates).first().isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(drifted(files, dates.get(0))).isEmpty();
    assertThat(drifted(files, dates.get(1)))
        .contains("EXT_SOURCE_2")
        .doesNotContain("EXT_SOURCE_3");
    assertThat(drifted(files, dates.get(2))).contains("EXT_SOURCE_2", "EXT_SOURCE_3");
    assertThat(psi(files, dates.get(2), "EXT_SOURCE_2"))
        .isGreaterThan(2 * psi(files, dates.get(1), "EXT_SOURCE_2"));
    // Neither other columns nor histories were shifted; a q of 5 % lets one in twenty be chance.
    assertThat(drifted(files, dates.get(2)))
        .filteredOn(name -> !name.contains("EXT_SOURCE"))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(Files.readString(months.resolve("history.fr.html")))
        .contains("EXT_SOURCE_2", "Nouvelles dérives");
  }

  @Test
  void theSameSeedMakesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    run(new Scenario(1, Map.of(), Map.of(), 1, Set.of()), CLIENTS, again);
    for (String file : List.of("2026-01-31.json", "2026-01-31.fr.html")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(months.resolve(file));
    }
    refused(() -> run(SCENARIO, CLIENTS, months), "already holds something");
  }

  @Test
  void anUnknownColumnOrMonthIsWrongUseBeforeAnythingIsGenerated() {
    Path out = folder.resolve("wrong");
    refused(
        () -> run(new Scenario(2, Map.of("EXT_SOURCE_9", 1.0), Map.of(), 1, Set.of(1)), 60, out),
        "EXT_SOURCE_9");
    refused(() -> new Scenario(2, Map.of(), Map.of(), 3, Set.of()), "Month 3 is none of the 2");
    refused(() -> Scenario.standard(0), "0 months");
    assertThat(out).doesNotExist();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String message) {
    assertThatThrownBy(work)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.USAGE);
  }

  private static List<String> drifted(ReportFolder files, LocalDate date) throws IOException {
    return report(files, date).rows().stream()
        .filter(row -> row.severity().drifted())
        .map(DriftRow::name)
        .toList();
  }

  private static double psi(ReportFolder files, LocalDate date, String column) throws IOException {
    return report(files, date).row(column).orElseThrow().measured().statistics().of(Statistic.PSI);
  }

  private static DriftReport report(ReportFolder files, LocalDate date) throws IOException {
    return files.read(date).orElseThrow();
  }
}
