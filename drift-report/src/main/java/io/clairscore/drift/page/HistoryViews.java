package io.clairscore.drift.page;

import io.clairscore.drift.history.ColumnHistory;
import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.Window;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of a history: its reports, and the columns that drifted in one of them. */
final class HistoryViews {
  /** Beyond so many columns the page shows the most severe; the JSON has them all. */
  static final int MOST_COLUMNS = 60;

  /**
   * A line of the table of reports.
   *
   * @param link address of the page of the report, empty if there is none
   */
  record Line(
      String date,
      String link,
      String severity,
      String verdict,
      boolean alarm,
      String current,
      String drifted,
      String importance,
      String missing,
      String scorePsi,
      String mean,
      String refusals,
      String basis,
      List<String> changes) {}

  /** A line of the table of columns. */
  record Column(
      String name,
      String label,
      Curve.Drawing curve,
      String severity,
      String verdict,
      String latest,
      String highest,
      String drifted) {}

  private final Words words;
  private final TimeWords time;
  private final Figures figures;
  private final Language language;
  private final DriftHistory history;

  HistoryViews(
      Words words, TimeWords time, Figures figures, Language language, DriftHistory history) {
    this.words = words;
    this.time = time;
    this.figures = figures;
    this.language = language;
    this.history = history;
  }

  /** Newest first. */
  List<Line> lines(Map<String, String> pages) {
    Map<String, String> labels =
        history.columns().stream()
            .collect(Collectors.toMap(ColumnHistory::name, of -> of.label().in(language)));
    List<Window> windows = history.windows();
    return IntStream.iterate(windows.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(i -> line(windows.get(i), i == 0, pages, labels))
        .toList();
  }

  private Line line(
      Window window, boolean first, Map<String, String> pages, Map<String, String> labels) {
    List<String> changes =
        time.changes(window.since().changes(), name -> labels.getOrDefault(name, name));
    TimePhrase none = first ? TimePhrase.FIRST_WINDOW : TimePhrase.NO_CHANGE;
    return new Line(
        window.date(),
        pages.getOrDefault(window.date(), ""),
        RowViews.style(window.outcome().severity()),
        words.term(window.outcome().severity()),
        window.outcome().alarm(),
        population(window),
        time.say(
            TimePhrase.OF_COMPARED,
            "count",
            figures.count(window.columns().drifted()),
            "all",
            figures.count(window.columns().compared())),
        figures.percent(window.columns().importanceShare(), 1),
        figures.count(window.columns().missingAlerts()),
        figures.statistic(window.scores().scorePsi()),
        beforeAndAfter(
            figures.fixed(window.scores().referenceMean(), 1),
            figures.fixed(window.scores().currentMean(), 1)),
        beforeAndAfter(
            figures.percent(window.scores().referenceRefusals(), 1),
            figures.percent(window.scores().currentRefusals(), 1)),
        time.basis(window.since().otherBasis()),
        changes.isEmpty() ? List.of(time.say(none)) : changes);
  }

  private String population(Window window) {
    String rows =
        words.say(Phrase.ROWS_COUNT, "rows", figures.count(window.populations().currentRows()));
    return window.populations().current().isEmpty()
        ? rows
        : window.populations().current() + ", " + rows;
  }

  private String beforeAndAfter(String before, String after) {
    String none = words.say(Phrase.NONE);
    return after.equals(none) ? none : before + " → " + after;
  }

  List<Column> columns() {
    Curve curve = new Curve(dates(history), 160, 32, 4);
    double limit = history.policy().limits(Statistic.PSI).moderate();
    return history.columns().stream()
        .limit(MOST_COLUMNS)
        .map(column -> column(column, curve, limit))
        .toList();
  }

  private Column column(ColumnHistory column, Curve curve, double limit) {
    int windows = history.windows().size();
    List<Double> limits = Collections.nCopies(windows, limit);
    List<Boolean> alarms =
        column.severities().stream().map(severity -> severity.drifted()).toList();
    String label = column.label().in(language);
    double highest =
        column.psi().stream().filter(Double::isFinite).max(Double::compare).orElse(Double.NaN);
    Curve.Scale scale =
        new Curve.Scale(0, Math.max(2 * limit, Double.isNaN(highest) ? 0 : highest));
    return new Column(
        column.name(),
        label.equals(column.name()) ? "" : label,
        curve.draw(column.psi(), alarms, List.of(limits), scale),
        RowViews.style(column.latest()),
        words.term(column.latest()),
        figures.statistic(column.psi().get(windows - 1)),
        figures.statistic(highest),
        time.say(
            TimePhrase.OF_COMPARED,
            "count",
            figures.count(column.drifted()),
            "all",
            figures.count(windows)));
  }

  static List<LocalDate> dates(DriftHistory history) {
    return history.windows().stream().map(window -> LocalDate.parse(window.date())).toList();
  }
}
