package io.clairscore.drift.folder;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryCollector;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.page.Beside;
import io.clairscore.drift.page.HistoryPage;
import io.clairscore.drift.page.HtmlPage;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.files.FileSet;
import io.clairscore.features.files.HeldFile;
import io.clairscore.features.refusal.Refusal;
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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder of drift reports. A report and what follows from it are replaced together,
 * or not at all.
 *
 * @param folder where they lie
 */
public record ReportFolder(Path folder) {
  /** Reports a history shows unless told otherwise: a year of weeks, or two months of days. */
  public static final int STANDARD_REPORTS = 60;

  static final String HISTORY = "history.json";
  private static final String LATEST = "latest.json";
  private static final Pattern REPORT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.json");
  private static final String STEP = "drift";

  /**
   * The history of the reports that can be read.
   *
   * @param history empty if there is none
   * @param unreadable names of the others: another version wrote them
   */
  public record Collected(Optional<DriftHistory> history, List<String> unreadable) {
    public Collected {
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * What a report that was written adds to.
   *
   * @param history with the report in it
   * @param since what changed since the report before, if there is one
   */
  public record Written(DriftHistory history, Optional<Since> since) {}

  /** Name of the page of a date. */
  public static String page(LocalDate date, Language language) {
    return date + "." + language.code() + ".html";
  }

  public static String historyPage(Language language) {
    return "history." + language.code() + ".html";
  }

  static String report(LocalDate date) {
    return date + ".json";
  }

  /**
   * Writes a report, the history it belongs to, and its verdict.
   *
   * @param exitCode how the command ends
   */
  public Written write(LocalDate date, DriftReport report, int exitCode, List<Language> languages)
      throws IOException {
    DriftHistory history =
        collected(STANDARD_REPORTS, Optional.of(date), Optional.of(report)).history().orElseThrow();
    Optional<Since> since = since(date, report);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Language language : languages) {
      Beside beside = new Beside(date.toString(), historyPage(language), pages(date, languages));
      put(files, page(date, language), new HtmlPage(language).of(report, since, beside));
    }
    put(files, report(date), ReportJson.write(report));
    put(files, history, languages);
    put(files, LATEST, LatestVerdict.of(date, report, since, exitCode, languages).json());
    new FileSet(folder, STEP).replace(files);
    return new Written(history, since);
  }

  private static Map<Language, String> pages(LocalDate date, List<Language> languages) {
    return languages.stream().collect(Collectors.toMap(of -> of, of -> page(date, of)));
  }

  /** Writes a history alone. */
  public void write(DriftHistory history, List<Language> languages) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, history, languages);
    new FileSet(folder, STEP).replace(files);
  }

  /**
   * Does work while no other process changes the folder: a history is made of the reports there
   * are, and must not miss one that is just being written.
   *
   * @throws Refusal with LOCKED if another process keeps it
   */
  public <T> T alone(HeldFile.Work<T> work) throws IOException {
    return HeldFile.during(folder, work);
  }

  /** Finishes what a run that was cut off had begun to put into place. */
  public void recover() throws IOException {
    if (Files.isDirectory(folder)) {
      new FileSet(folder, STEP).finish();
    }
  }

  /** Dates that have a report, ascending. */
  public List<LocalDate> dates() throws IOException {
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

  /**
   * The verdict of the report written last, nothing if there is none yet.
   *
   * @throws Refusal with DATA if this version cannot read it
   */
  public Optional<LatestVerdict> latest() throws IOException {
    return text(LATEST).map(LatestVerdict::read);
  }

  /**
   * The history written last, nothing if there is none yet.
   *
   * @throws Refusal with DATA if this version cannot read it
   */
  public Optional<DriftHistory> history() throws IOException {
    return text(HISTORY).map(HistoryJson::read);
  }

  private Optional<String> text(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /** What changed since the newest report of an earlier date, if this version can read it. */
  private Optional<Since> since(LocalDate date, DriftReport report) throws IOException {
    List<LocalDate> before = new ArrayList<>(dates());
    before.removeIf(other -> !other.isBefore(date));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    LocalDate newest = before.get(before.size() - 1);
    return read(newest).map(earlier -> Since.of(newest, earlier, report));
  }

  /** The history of the newest reports there are. */
  public Collected collected(int most) throws IOException {
    return collected(most, Optional.empty(), Optional.empty());
  }

  /** The same once this report is among them. */
  private Collected collected(int most, Optional<LocalDate> date, Optional<DriftReport> report)
      throws IOException {
    TreeSet<LocalDate> all = new TreeSet<>(dates());
    date.ifPresent(all::add);
    List<LocalDate> dates = List.copyOf(all);
    HistoryCollector collector = new HistoryCollector();
    List<String> unreadable = new ArrayList<>();
    int told = 0;
    // One after another: reports are large, and a history keeps little of each.
    for (LocalDate next : dates.subList(Math.max(0, dates.size() - most), dates.size())) {
      Optional<DriftReport> found = date.filter(next::equals).isPresent() ? report : read(next);
      if (found.isPresent()) {
        collector.add(next, found.get());
        told++;
      } else {
        unreadable.add(report(next));
      }
    }
    return new Collected(
        told == 0 ? Optional.empty() : Optional.of(collector.history()), unreadable);
  }

  /** The report of a date, nothing if this version cannot read it. */
  public Optional<DriftReport> read(LocalDate date) throws IOException {
    try {
      return Optional.of(ReportJson.read(Files.readString(folder.resolve(report(date)))));
    } catch (Refusal otherVersion) {
      // An old report must not keep a new one from being written.
      return Optional.empty();
    }
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
