package io.clairscore.drift.page;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.history.Window;
import io.clairscore.drift.verdict.DecisionShift;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.Map;

/**
 * Writes a history of drift reports as one HTML file without any script: no address is fetched, and
 * the same history makes the same bytes. Immutable and thread-safe.
 */
public final class HistoryPage {
  private final Words words;
  private final Figures figures;
  private final Templates templates = new Templates(HistoryPage.class);

  /** Writes pages in a language. */
  public HistoryPage(Language language) {
    words = new Words(language);
    figures = new Figures(language);
  }

  /**
   * The page of a history as text; write it as UTF-8.
   *
   * @param pages addresses of the reports' own pages by date, relative to this one; none without
   */
  public String of(DriftHistory history, Map<String, String> pages) {
    Window latest = history.latest();
    HistoryViews tables = new HistoryViews(words, figures, history);
    CurveViews curves = new CurveViews(words, figures, history);
    String verdict = words.term(latest.outcome().status());
    return templates.filled(
        "history.ftlh",
        new Names(words, figures)
            .with("title", words.say(Phrase.HISTORY_TITLE) + " – " + verdict)
            .with("history", history)
            .with("latest", latest)
            .with("alarms", history.windows().stream().filter(of -> of.outcome().alarm()).count())
            .with("curves", curves.known())
            .with(
                "asked",
                history.windows().stream()
                    .anyMatch(of -> of.outcome().decisions() != DecisionShift.NOT_ASKED))
            .with("noFigure", curves.noFigure())
            .with("lines", tables.lines(pages))
            .with("columns", tables.columns())
            .with("css", templates.resource("page.css") + templates.resource("history.css"))
            .with("json", Templates.safeInScript(HistoryJson.write(history)))
            .all());
  }
}
