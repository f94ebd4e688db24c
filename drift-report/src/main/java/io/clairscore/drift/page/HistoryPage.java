package io.clairscore.drift.page;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.history.Window;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes a history of drift reports as one HTML file without any script: no address is fetched, and
 * the same history makes the same bytes. Immutable and thread-safe.
 */
public final class HistoryPage {
  private final Language language;
  private final Words words;
  private final Figures figures;
  private final TimeWords time;
  private final Templates templates = new Templates(HistoryPage.class);

  /** What the template shows. */
  record View(
      String lang,
      Map<String, String> w,
      Map<String, String> t,
      String title,
      String severity,
      String severityWord,
      String sentence,
      String range,
      String alarms,
      String action,
      List<CurveViews.View> curves,
      String noFigure,
      String from,
      String to,
      List<HistoryViews.Line> lines,
      List<HistoryViews.Column> columns,
      String columnsLeft,
      String css,
      String json) {}

  /** Writes pages in a language. */
  public HistoryPage(Language language) {
    this.language = language;
    words = new Words(language);
    figures = new Figures(language);
    time = new TimeWords(language, figures);
  }

  /**
   * The page of a history as text; write it as UTF-8.
   *
   * @param pages addresses of the reports' own pages by date, relative to this one; none without
   */
  public String of(DriftHistory history, Map<String, String> pages) {
    StringWriter page = new StringWriter();
    try {
      templates.write("history.ftlh", view(history, pages), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private View view(DriftHistory history, Map<String, String> pages) {
    Window latest = history.latest();
    HistoryViews tables = new HistoryViews(words, time, figures, language, history);
    List<HistoryViews.Column> columns = tables.columns();
    CurveViews curves = new CurveViews(words, time, figures, history);
    String severity = words.term(latest.severity());
    String from = history.windows().get(0).date();
    return new View(
        language.code(),
        words.all(),
        time.all(),
        time.say(TimePhrase.TITLE) + " – " + severity,
        RowViews.style(latest.severity()),
        severity,
        time.say(
            latest.alarm() ? TimePhrase.SENTENCE_ALARM : TimePhrase.SENTENCE_CALM,
            "date",
            latest.date(),
            "verdict",
            severity,
            "drifted",
            figures.count(latest.drifted()),
            "compared",
            figures.count(latest.compared())),
        time.say(
            TimePhrase.RANGE,
            "from",
            from,
            "to",
            latest.date(),
            "count",
            figures.count(history.windows().size())),
        time.say(
            TimePhrase.ALARMS,
            "count",
            figures.count(history.windows().stream().filter(Window::alarm).count())),
        words.term(latest.action()),
        curves.known(),
        curves.noFigure(),
        from,
        latest.date(),
        tables.lines(pages),
        columns,
        columns.size() < history.columns().size()
            ? time.say(TimePhrase.COLUMNS_LEFT, "count", figures.count(columns.size()))
            : "",
        templates.resource("page.css") + templates.resource("history.css"),
        Templates.safeInScript(HistoryJson.write(history)));
  }
}
