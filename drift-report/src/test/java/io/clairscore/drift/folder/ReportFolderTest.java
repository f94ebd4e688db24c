package io.clairscore.drift.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.verdict.Cause;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {
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
    assertThat(files().get("2026-02-28.fr.html"))
        .contains(
            "href=\"history.fr.html\"",
            "href=\"2026-02-28.en.html\"",
            " du 28\u00a0février\u00a02026");
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
    assertThat(latest.at("/alerts/0").asText()).isEqualTo("driftedShare");
    assertThat(latest.at("/before").asText()).isEqualTo("2026-02-27");
    assertThat(latest.at("/otherBasis").isArray()).isTrue();
    assertThat(latest.at("/changes/0/kind").asText()).isEqualTo("NEW");
    assertThat(latest.at("/texts/fr/sentence").asText())
        .startsWith("Alarme\u00a0: les données ont nettement changé.");
    assertThat(latest.at("/texts/en/sentence").asText())
        .startsWith("Alarm: the data clearly changed.");
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
    new ReportFolder(folder).recover();
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
      new ReportFolder(folder).recover();

      DriftReport report = new ReportFolder(folder).read(DATE).orElseThrow();
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
  void whatIsWrittenIsReadAgain() throws IOException {
    ReportFolder reports = new ReportFolder(folder);
    assertThat(reports.latest()).isEmpty();
    assertThat(reports.history()).isEmpty();
    SmallReports.write(folder, DATE.minusDays(1), 0);
    SmallReports.write(folder, DATE, 1);

    LatestVerdict latest = reports.latest().orElseThrow();
    DriftReport report = reports.read(DATE).orElseThrow();
    assertThat(latest.json()).isEqualTo(files().get("latest.json"));
    assertThat(latest.told().verdict()).isEqualTo(report.verdict());
    assertThat(latest.told().provenance()).isEqualTo(report.provenance());
    assertThat(latest.outcome().alerts()).containsExactly(Cause.DRIFTED_SHARE);
    assertThat(latest.changes().changes()).hasSize(1);
    DriftHistory history = reports.history().orElseThrow();
    assertThat(HistoryJson.write(history)).isEqualTo(files().get("history.json"));
    assertThat(history).isEqualTo(reports.collected(2).history().orElseThrow());
  }

  @Test
  void whatAnotherVersionWroteIsRefusedAndWhatANewerOneAddsIsNot() throws IOException {
    ReportFolder reports = new ReportFolder(folder);
    SmallReports.write(folder, DATE, 1);
    String latest = files().get("latest.json");
    Files.writeString(
        folder.resolve("latest.json"), latest.replaceFirst("\\{", "{ \"newer\" : 1,"));
    assertThat(reports.latest().orElseThrow().json()).isEqualTo(latest);

    for (String broken : List.of("", "{}", latest.replace("\"format\" : 3", "\"format\" : 9"))) {
      Files.writeString(folder.resolve("latest.json"), broken);
      Files.writeString(folder.resolve("history.json"), broken.replace('3', '9'));
      refused(reports::latest);
      refused(reports::history);
    }
  }

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Remedy")
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.DATA);
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
