package io.clairscore.pipelines.drift;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryCollector;
import io.clairscore.drift.history.Window;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.conf.DriftConf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Writes the history of the drift reports of a folder. Needs no Spark. */
public final class HistoryStep {
  /** Reports a history shows unless told otherwise: a year of weeks, or two months of days. */
  public static final int STANDARD_REPORTS = 60;

  private HistoryStep() {}

  /**
   * Writes the history of the newest reports of a folder.
   *
   * @param most how many, at least 1
   * @return what to tell a person
   * @throws Refusal with DATA if there is no readable report
   */
  public static List<String> run(Path folder, DriftConf conf, List<Language> languages, int most) {
    ReportFiles files = new ReportFiles(folder);
    try {
      files.recover();
      List<String> unreadable = new ArrayList<>();
      Optional<DriftHistory> history =
          collected(files, conf, most, Optional.empty(), Optional.empty(), unreadable);
      if (history.isEmpty()) {
        throw DriftErrors.noReports(folder, unreadable);
      }
      files.write(history.get(), languages);
      List<String> lines = new ArrayList<>(lines(history.get()));
      unreadable.forEach(
          name -> lines.add("left out " + name + ": another version of Clairscore wrote it"));
      languages.forEach(
          language -> lines.add("history " + folder.resolve(ReportFiles.historyPage(language))));
      return lines;
    } catch (IOException e) {
      throw Refusal.notWritten(folder, e);
    }
  }

  /** The history of a folder once this report is in it. */
  static DriftHistory with(ReportFiles files, DriftConf conf, LocalDate date, DriftReport report)
      throws IOException {
    return collected(
            files,
            conf,
            STANDARD_REPORTS,
            Optional.of(date),
            Optional.of(report),
            new ArrayList<>())
        .orElseThrow();
  }

  private static Optional<DriftHistory> collected(
      ReportFiles files,
      DriftConf conf,
      int most,
      Optional<LocalDate> date,
      Optional<DriftReport> report,
      List<String> unreadable)
      throws IOException {
    TreeSet<LocalDate> all = new TreeSet<>(files.dates());
    date.ifPresent(all::add);
    List<LocalDate> dates = List.copyOf(all);
    HistoryCollector collector = new HistoryCollector(conf.refusalRate());
    boolean any = false;
    // One after another: reports are large, and a history keeps little of each.
    for (LocalDate next : dates.subList(Math.max(0, dates.size() - most), dates.size())) {
      Optional<DriftReport> found =
          date.filter(next::equals).isPresent() ? report : files.report(next);
      if (found.isPresent()) {
        collector.add(next, found.get());
        any = true;
      } else {
        unreadable.add(next + ".json");
      }
    }
    return any ? Optional.of(collector.history()) : Optional.empty();
  }

  static List<String> lines(DriftHistory history) {
    return history.windows().stream().map(HistoryStep::line).toList();
  }

  private static String line(Window window) {
    return String.format(
        Locale.ROOT,
        "%s %-12s %3d of %d columns drifted, %5.1f %% of importance%s%s",
        window.date(),
        window.severity(),
        window.drifted(),
        window.compared(),
        100 * window.importanceShare(),
        Double.isNaN(window.scorePsi())
            ? ""
            : String.format(Locale.ROOT, ", score PSI %.4f", window.scorePsi()),
        window.alarm() ? ", ALARM" : "");
  }
}
