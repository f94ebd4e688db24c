package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStepTest {
  private static final List<Language> LANGUAGES = Arrays.asList(Language.values());
  private static final int ROWS = 500;

  @TempDir Path folder;

  private void write(LocalDate date, int shift) throws IOException {
    new ReportFolder(folder)
        .write(
            date, DriftReport.of(profile(0), profile(shift), DriftOptions.STANDARD), 0, LANGUAGES);
  }

  /** A uniform column that moved by so many of its standard deviations. */
  private static PopulationProfile profile(int shift) {
    PopulationAccumulator rows =
        new PopulationAccumulator(
            List.of(new ColumnSpec("AMT_CREDIT", ColumnType.REAL)), ProfileLimits.STANDARD);
    for (int row = 0; row < ROWS; row++) {
      rows.number(0, (double) row / ROWS + shift * Math.sqrt(1 / 12.0));
      rows.endRow();
    }
    return rows.profile();
  }

  private static List<String> run(Path folder, List<Language> languages, int most) {
    return HistoryStep.run(new HistoryRequest(folder, languages, most)).lines();
  }

  @Test
  void aHistoryIsOfTheNewestReportsAndLeavesOutWhatItCannotRead() throws IOException {
    for (int month = 1; month <= 4; month++) {
      write(LocalDate.of(2026, month, 1), month == 3 ? 1 : 0);
    }
    Files.writeString(folder.resolve("2025-12-01.json"), "{\"format\":0}");
    List<String> lines = run(folder, LANGUAGES, 10);

    assertThat(lines).hasSize(4 + 1 + 2);
    assertThat(lines.get(2)).startsWith("2026-03-01 ALARM").endsWith("ALARM");
    assertThat(lines.get(4)).startsWith("left out 2025-12-01.json");
    ReportFolder reports = new ReportFolder(folder);
    assertThat(reports.history().orElseThrow().windows()).hasSize(4);
    assertThat(run(folder, List.of(Language.FRENCH), 2)).hasSize(2 + 1);
    assertThat(reports.history().orElseThrow().windows()).hasSize(2);
  }

  @Test
  void whoWritesToTheFolderWaitsForWhoIsWriting() throws Exception {
    write(LocalDate.of(2026, 1, 1), 0);
    ReportFolder reports = new ReportFolder(folder);
    ExecutorService others = Executors.newSingleThreadExecutor();
    try {
      Future<List<String>> history =
          reports.alone(
              () -> {
                Future<List<String>> other = others.submit(() -> run(folder, LANGUAGES, 10));
                assertThatThrownBy(() -> other.get(2, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
                write(LocalDate.of(2026, 2, 1), 0);
                return other;
              });
      assertThat(history.get(1, TimeUnit.MINUTES)).hasSize(2 + 2);
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void withoutReportsThereIsNoHistory() throws IOException {
    List<Path> folders = List.of(folder.resolve("absent"), folder.resolve("old"));
    Files.createDirectory(folders.get(1));
    Files.writeString(folders.get(1).resolve("2025-12-01.json"), "{}");
    for (Path empty : folders) {
      assertThatThrownBy(() -> run(empty, LANGUAGES, 10))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("no drift report")
          .hasMessageContaining("Remedy");
    }
    assertThat(folders.get(0)).doesNotExist();
  }
}
