package io.clairscore.pipelines.drift;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.Window;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the history of the drift reports of a folder. Needs no Spark, and so no job. */
public final class HistoryStep {
  private HistoryStep() {}

  /**
   * Writes the history of the newest reports of a folder.
   *
   * @throws Refusal with DATA if there is no readable report
   */
  public static DriftSummary run(HistoryRequest request) {
    ReportFolder folder = new ReportFolder(request.folder());
    if (!Files.isDirectory(folder.folder())) {
      throw DriftErrors.noReports(folder.folder(), List.of());
    }
    try {
      return folder.alone(() -> written(folder, request));
    } catch (IOException e) {
      throw Refusal.notWritten(request.folder(), e);
    }
  }

  private static DriftSummary written(ReportFolder folder, HistoryRequest request)
      throws IOException {
    folder.recover();
    ReportFolder.Collected found = folder.collected(request.most());
    DriftHistory history =
        found
            .history()
            .orElseThrow(() -> DriftErrors.noReports(request.folder(), found.unreadable()));
    folder.write(history, request.languages());
    List<String> lines = new ArrayList<>(windows(history));
    found
        .unreadable()
        .forEach(
            name -> lines.add("left out " + name + ": another version of Clairscore wrote it"));
    lines.addAll(pages(request.folder(), request.languages()));
    return DriftSummary.of(lines);
  }

  static List<String> pages(Path folder, List<Language> languages) {
    return languages.stream()
        .map(language -> "history " + folder.resolve(ReportFolder.historyPage(language)))
        .toList();
  }

  static List<String> windows(DriftHistory history) {
    return history.windows().stream().map(HistoryStep::line).toList();
  }

  private static String line(Window window) {
    return String.format(
        Locale.ROOT,
        "%s %-12s %3d of %d columns drifted, %5.1f %% of importance%s%s",
        window.date(),
        window.outcome().status(),
        window.columns().drifted(),
        window.columns().compared(),
        100 * window.columns().importanceShare(),
        Double.isNaN(window.scores().scorePsi())
            ? ""
            : String.format(Locale.ROOT, ", score PSI %.4f", window.scores().scorePsi()),
        window.outcome().alarm() ? ", ALARM" : "");
  }
}
