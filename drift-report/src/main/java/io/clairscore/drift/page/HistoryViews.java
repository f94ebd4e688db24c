package io.clairscore.drift.page;

import io.clairscore.drift.history.ColumnHistory;
import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.Window;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
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
   * @param basis that the verdicts rest on something else than before, empty if they do not
   */
  public record Line(Window of, String link, String basis, List<String> changes) {}

  /**
   * A line of the table of columns; the highest index is NaN if there is none.
   *
   * @param top the index at the upper end of the drawing, which begins at 0
   */
  public record Column(
      ColumnHistory of, Curve.Drawing curve, double top, double latest, double highest) {}

  private final Words words;
  private final ChangeSentences sentences;
  private final DriftHistory history;

  HistoryViews(Words words, Figures figures, DriftHistory history) {
    this.words = words;
    this.sentences = new ChangeSentences(words, figures);
    this.history = history;
  }

  /** Newest first. */
  List<Line> lines(Map<String, String> pages) {
    Map<String, String> labels =
        history.columns().stream()
            .collect(Collectors.toMap(ColumnHistory::name, of -> of.label().in(words.language())));
    List<Window> windows = history.windows();
    return IntStream.iterate(windows.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(i -> line(windows.get(i), i == 0, pages, labels))
        .toList();
  }

  private Line line(
      Window window, boolean first, Map<String, String> pages, Map<String, String> labels) {
    List<String> changes = sentences.changes(window.since().changes(), labels);
    Phrase none = first ? Phrase.FIRST_WINDOW : Phrase.NO_CHANGE;
    return new Line(
        window,
        pages.getOrDefault(window.date(), ""),
        sentences.basis(window.since().otherBasis()),
        changes.isEmpty() ? List.of(words.say(none)) : changes);
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
    double highest =
        column.psi().stream().filter(Double::isFinite).max(Double::compare).orElse(Double.NaN);
    Curve.Scale scale =
        new Curve.Scale(0, Math.max(2 * limit, Double.isNaN(highest) ? 0 : highest));
    return new Column(
        column,
        curve.draw(column.psi(), alarms, List.of(limits), scale),
        scale.to(),
        column.psi().get(windows - 1),
        highest);
  }

  static List<LocalDate> dates(DriftHistory history) {
    return history.windows().stream().map(window -> LocalDate.parse(window.date())).toList();
  }
}
