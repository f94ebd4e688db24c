package io.clairscore.drift.page;

import io.clairscore.drift.history.Since;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes drift reports as one HTML file that needs nothing else: no address is fetched, everything
 * is readable without JavaScript, and the same report makes the same bytes. Immutable and
 * thread-safe.
 */
public final class HtmlPage {
  /** Beyond so many columns the page has no details of the calmest; the JSON has them all. */
  private static final int MOST_DETAILS = 150;

  private final Language language;
  private final Words words;
  private final Figures figures;
  private final Templates templates = new Templates(HtmlPage.class);

  /** Writes pages in a language. */
  public HtmlPage(Language language) {
    this.language = language;
    words = new Words(language);
    figures = new Figures(language);
  }

  /** The page of a report as text; write it as UTF-8. */
  public String of(DriftReport report) {
    return of(report, Optional.empty());
  }

  /**
   * The page of a report as text; write it as UTF-8.
   *
   * @param since what changed since an earlier report, which gives the page a section more
   */
  public String of(DriftReport report, Optional<Since> since) {
    StringWriter page = new StringWriter();
    try {
      write(report, since, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  /**
   * Writes the page of a report.
   *
   * @param page to be encoded as UTF-8; stays open
   */
  public void write(DriftReport report, Writer page) throws IOException {
    write(report, Optional.empty(), page);
  }

  private void write(DriftReport report, Optional<Since> since, Writer page) throws IOException {
    templates.write("page.ftlh", view(report, since), page);
  }

  private Views.Page view(DriftReport report, Optional<Since> since) {
    SummaryViews summary = new SummaryViews(words, figures, report);
    DecisionViews decisions = new DecisionViews(words, figures, language);
    QualityViews quality = new QualityViews(words, figures);
    RowViews rowViews = new RowViews(words, figures, language, report.policy().rules());
    DetailViews detailViews = new DetailViews(words, figures, rowViews, report.policy().rules());
    SinceViews sinceViews = new SinceViews(words, new TimeWords(language, figures), language);
    List<Views.Row> rows = new ArrayList<>();
    List<Views.Detail> details = new ArrayList<>();
    for (DriftRow row : report.rows()) {
      int place = rows.size();
      rows.add(rowViews.row(place, row));
      if (place < MOST_DETAILS) {
        details.add(detailViews.detail(place, row));
      }
    }
    String severity = words.term(report.verdict().severity());
    return new Views.Page(
        language.code(),
        words.all(),
        words.say(Phrase.TITLE) + " – " + severity,
        RowViews.style(report.verdict().severity()),
        severity,
        summary.sentence(),
        summary.reasons(),
        words.term(report.verdict().action()),
        summary.provenance(),
        summary.keyFigures(),
        report.model().map(decisions::decisions).orElse(null),
        new MeaningViews(words, figures, language).view(report),
        report.quality().map(quality::quality).orElse(List.of()),
        report.quality().map(quality::issues).orElse(List.of()),
        report.quality().map(quality::left).orElse(""),
        since.map(of -> sinceViews.section(of, report)).orElse(null),
        rows,
        details,
        details.size() < rows.size()
            ? words.say(Phrase.DETAILS_LEFT, "count", figures.count(details.size()))
            : "",
        Arrays.stream(Severity.values()).map(words::term).toList(),
        new MethodText(words, figures, report.policy()).paragraphs(),
        templates.resource("page.css"),
        templates.resource("page.js"),
        Templates.safeInScript(ReportJson.writeBrief(report)));
  }
}
