package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {
  private static final LocalDate DATE = LocalDate.of(2026, 2, 28);
  private static final int KILLED = 137;

  @TempDir Path folder;

  @Test
  void writesPagesJsonHistoryAndVerdict() throws IOException {
    SmallReports.write(folder, DATE.minusMonths(1), 0);
    SmallReports.write(folder, DATE, 1);

    assertThat(files().keySet())
        .containsExactly(
            "2026-01-28.en.html",
            "2026-01-28.fr.html",
            "2026-01-28.json",
            "2026-02-28.en.html",
            "2026-02-28.fr.html",
            "2026-02-28.json",
            "history.en.html",
            "history.fr.html",
            "history.json",
            "latest.json");
    assertThat(files().get("2026-02-28.fr.html"))
        .contains("Depuis le rapport du 2026-01-28", "Nouvelles dérives (1)");
    assertThat(files().get("history.en.html"))
        .contains("href=\"2026-01-28.en.html\"", "href=\"2026-02-28.en.html\"");
  }

  @Test
  void theVerdictSaysEverythingAMonitoringPageShows() throws IOException {
    SmallReports.write(folder, DATE.minusDays(1), 0);
    SmallReports.write(folder, DATE, 1);

    JsonNode latest = new ObjectMapper().readTree(files().get("latest.json"));
    assertThat(latest.at("/date").asText()).isEqualTo("2026-02-28");
    assertThat(latest.at("/alarm").asBoolean()).isTrue();
    assertThat(latest.at("/exitCode").asInt()).isEqualTo(4);
    assertThat(latest.at("/alerts/0").asText()).isEqualTo("verdict");
    assertThat(latest.at("/before").asText()).isEqualTo("2026-02-27");
    assertThat(latest.at("/otherBasis").isArray()).isTrue();
    assertThat(latest.at("/changes/0/kind").asText()).isEqualTo("NEW");
    assertThat(latest.at("/texts/fr/sentence").asText()).startsWith("Alarme.");
    assertThat(latest.at("/texts/en/sentence").asText()).startsWith("Alarm.");
    assertThat(latest.at("/texts/en/alarms/0").asText()).startsWith("Columns that drift carry");
    assertThat(latest.at("/texts/fr/alarms")).hasSize(1);
    for (Language language : Language.values()) {
      for (String kind : List.of("pages", "histories")) {
        String link = latest.at("/links/" + kind + "/" + language.code()).asText();
        assertThat(folder.resolve(link)).isRegularFile();
      }
    }
    assertThat(folder.resolve(latest.at("/links/report").asText())).isRegularFile();
    assertThat(folder.resolve(latest.at("/links/history").asText())).isRegularFile();
    assertThat(latest.has("rows")).isFalse();

    SmallReports.write(folder, DATE.plusDays(1), 0);
    JsonNode calm = new ObjectMapper().readTree(files().get("latest.json"));
    assertThat(calm.at("/exitCode").asInt()).isZero();
    assertThat(calm.at("/texts/fr/alarms")).isEmpty();
    assertThat(calm.at("/changes/0/kind").asText()).isEqualTo("RESOLVED");
  }

  @Test
  void theSameReportsMakeTheSameBytes() throws IOException {
    SmallReports.write(folder, DATE, 1);
    Map<String, String> once = files();
    SmallReports.write(folder, DATE, 1);
    assertThat(files()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files-written", "files-counted", "file-placed"})
  void aRunThatDiesLeavesTheEarlierReportOrTheNewOneNeverBoth(String moment) throws Exception {
    SmallReports.write(folder, DATE, 0.5);
    Map<String, String> before = files();
    Path other = Files.createDirectory(folder.resolve("other"));
    SmallReports.write(other, DATE, 1);
    Map<String, String> after = files(other);

    assertThat(start("drift." + moment, DATE.toString(), "1").waitFor()).isEqualTo(KILLED);

    Map<String, String> left = files();
    if (moment.equals("file-placed")) {
      assertThat(left).isNotEqualTo(before).isNotEqualTo(after);
    } else {
      assertThat(left).isEqualTo(before);
    }
    new ReportFiles(folder).recover();
    assertThat(files()).isEqualTo(moment.equals("files-written") ? before : after);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void killedAtAnyMomentTheFilesAreOfOneReport() throws Exception {
    for (int kill = 0; kill < 3; kill++) {
      Process process = start("", DATE.toString());
      while (process.getInputStream().read() != '\n') {
        assertThat(process.isAlive()).isTrue();
      }
      Thread.sleep(40L + 37 * kill);
      process.destroyForcibly().waitFor();
      new ReportFiles(folder).recover();

      DriftReport report = new ReportFiles(folder).report(DATE).orElseThrow();
      Path again = Files.createDirectory(folder.resolve("again" + kill));
      for (int i = 0; i < 7; i++) {
        if (SmallReports.shiftedBy(0.5 + i % 7 / 10.0).equals(report)) {
          SmallReports.write(again, DATE, 0.5 + i % 7 / 10.0);
        }
      }
      assertThat(files()).isEqualTo(files(again)).hasSize(7);
    }
  }

  @Test
  void whatCannotBeWrittenLeavesTheEarlierReportWhole() throws IOException {
    SmallReports.write(folder, DATE, 0.5);
    Map<String, String> before = files();
    Files.createDirectories(folder.resolve("2026-03-31.json/in-the-way"));

    assertThatThrownBy(() -> SmallReports.write(folder, LocalDate.of(2026, 3, 31), 1))
        .isInstanceOf(IOException.class);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aHistoryIsOfTheNewestReportsAndLeavesOutWhatItCannotRead() throws IOException {
    for (int month = 1; month <= 4; month++) {
      SmallReports.write(folder, LocalDate.of(2026, month, 1), month == 3 ? 1 : 0);
    }
    Files.writeString(folder.resolve("2025-12-01.json"), "{\"format\":0}");
    List<String> lines = HistoryStep.run(folder, SmallReports.CONF, SmallReports.LANGUAGES, 10);

    assertThat(lines).hasSize(4 + 1 + 2);
    assertThat(lines.get(2)).startsWith("2026-03-01 MODERATE").endsWith("ALARM");
    assertThat(lines.get(4)).startsWith("left out 2025-12-01.json");
    JsonNode history = new ObjectMapper().readTree(files().get("history.json"));
    assertThat(history.at("/history/windows")).hasSize(4);
    assertThat(HistoryStep.run(folder, SmallReports.CONF, List.of(Language.FRENCH), 2))
        .hasSize(2 + 1);
    assertThat(new ObjectMapper().readTree(files().get("history.json")).at("/history/windows"))
        .hasSize(2);
  }

  @Test
  void withoutReportsThereIsNoHistory() throws IOException {
    List<Path> folders = List.of(folder.resolve("absent"), folder.resolve("old"));
    Files.createDirectory(folders.get(1));
    Files.writeString(folders.get(1).resolve("2025-12-01.json"), "{}");
    for (Path empty : folders) {
      assertThatThrownBy(
              () -> HistoryStep.run(empty, SmallReports.CONF, SmallReports.LANGUAGES, 10))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("no drift report")
          .hasMessageContaining("Remedy");
    }
    assertThat(folders.get(0)).doesNotExist();
  }

  /** Starts a process that writes reports, and dies at a moment if one is named. */
  private Process start(String moment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallReports.class.getName(),
                folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(CrashPoint.VARIABLE, moment);
    return builder.start();
  }

  private Map<String, String> files() throws IOException {
    return files(folder);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
