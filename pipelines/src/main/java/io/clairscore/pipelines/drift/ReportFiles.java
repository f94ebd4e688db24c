package io.clairscore.pipelines.drift;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.page.HistoryPage;
import io.clairscore.drift.page.HtmlPage;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.files.FileSet;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of drift reports: of each date the pages and the JSON, the history of all dates, and
 * {@code latest.json}, the verdict of the report written last. A report and what follows from it
 * are replaced together, or not at all.
 *
 * @param folder where they lie
 */
record ReportFiles(Path folder) {
  static final String HISTORY = "history.json";
  static final String LATEST = "latest.json";
  private static final Pattern REPORT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.json");
  private static final String STEP = "drift";

  /** Name of the page of a date. */
  static String page(LocalDate date, Language language) {
    return date + "." + language.code() + ".html";
  }

  static String historyPage(Language language) {
    return "history." + language.code() + ".html";
  }

  /** Writes a report, the history it belongs to, and its verdict. */
  void write(Verdict verdict, List<Language> languages, DriftHistory history) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Language language : languages) {
      put(
          files,
          page(verdict.date(), language),
          new HtmlPage(language).of(verdict.report(), verdict.since()));
    }
    put(files, verdict.date() + ".json", ReportJson.write(verdict.report()));
    put(files, history, languages);
    put(files, LATEST, verdict.json(languages));
    new FileSet(folder, STEP).replace(files);
  }

  /** Writes a history alone. */
  void write(DriftHistory history, List<Language> languages) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, history, languages);
    new FileSet(folder, STEP).replace(files);
  }

  /** Finishes what a run that was cut off had begun to put into place. */
  void recover() throws IOException {
    if (Files.isDirectory(folder)) {
      new FileSet(folder, STEP).finish();
    }
  }

  /** Dates that have a report, ascending. */
  List<LocalDate> dates() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> REPORT.matcher(name).matches())
          .map(name -> LocalDate.parse(name.substring(0, name.length() - ".json".length())))
          .sorted()
          .toList();
    }
  }

  /** The report of a date, nothing if this version cannot read it. */
  Optional<DriftReport> report(LocalDate date) throws IOException {
    try {
      return Optional.of(ReportJson.read(Files.readString(folder.resolve(date + ".json"))));
    } catch (IllegalArgumentException otherVersion) {
      // An old report must not keep a new one from being written.
      return Optional.empty();
    }
  }

  /** What changed since the newest report of an earlier date that this version can read. */
  Optional<Since> since(LocalDate date, DriftReport report) throws IOException {
    List<LocalDate> before = new ArrayList<>(dates());
    before.removeIf(other -> !other.isBefore(date));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    LocalDate newest = before.get(before.size() - 1);
    return report(newest).map(earlier -> Since.of(newest, earlier, report));
  }

  private void put(Map<String, byte[]> files, DriftHistory history, List<Language> languages) {
    for (Language language : languages) {
      Map<String, String> pages = new TreeMap<>();
      for (String date : history.windows().stream().map(window -> window.date()).toList()) {
        String page = page(LocalDate.parse(date), language);
        if (files.containsKey(page) || Files.exists(folder.resolve(page))) {
          pages.put(date, page);
        }
      }
      put(files, historyPage(language), new HistoryPage(language).of(history, pages));
    }
    put(files, HISTORY, HistoryJson.write(history));
  }

  private static void put(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
