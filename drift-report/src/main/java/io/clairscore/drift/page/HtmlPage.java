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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes drift reports as one HTML file that needs nothing else: no address is fetched, everything
 * is readable without JavaScript, and the same report makes the same bytes. Immutable and
 * thread-safe.
 */
public final class HtmlPage {
  /** Beyond so many columns the page has no details of the calmest; the JSON has them all. */
  private static final int MOST_DETAILS = 150;

  private static final int MOST_ISSUES = 20;
  private static final int MOST_EVENTS = 8;

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
    Map<String, String> labels =
        report.rows().stream()
            .collect(Collectors.toMap(DriftRow::name, row -> row.label().in(language)));
    SummaryViews summary = new SummaryViews(words, figures, report);
    String severity = words.term(report.verdict().status());
    Names names =
        new Names(words, figures)
            .with("title", words.say(Phrase.TITLE) + " – " + severity)
            .with("verdict", report.verdict())
            .with("labels", labels)
            .with("sentence", summary.sentence())
            .with("reasons", summary.alarms())
            .with("dataSentence", summary.data())
            .with("decisionsSentence", summary.decisions())
            .with("events", summary.events(MOST_EVENTS))
            .with("policy", report.policy())
            .with("provenance", report.provenance())
            .with("referenceRows", report.referenceRows())
            .with("currentRows", report.currentRows())
            .with("weighted", report.rows().stream().anyMatch(row -> row.rank() > 0))
            .with("model", report.model().orElse(null))
            .with(
                "steps",
                report.model().map(new DecisionViews(words, figures, language)::steps).orElse(null))
            .with("meaning", report.meaning())
            .with("quality", report.quality().orElse(null))
            .with("mostIssues", MOST_ISSUES)
            .with("since", since.map(of -> since(of, labels)).orElse(null))
            .with("severities", Arrays.stream(Severity.values()).map(words::term).toList())
            .with("css", templates.resource("page.css"))
            .with("script", templates.resource("page.js"))
            .with("json", Templates.safeInScript(ReportJson.writeBrief(report)));
    List<Row> rows = new ArrayList<>();
    for (DriftRow row : report.rows()) {
      rows.add(new Row("v" + rows.size(), row, Shapes.of(row.measured().histogram(), figures)));
    }
    names.with("rows", rows).with("details", rows.subList(0, Math.min(MOST_DETAILS, rows.size())));
    templates.write("page.ftlh", names.all(), page);
  }

  /**
   * A line of the table of columns.
   *
   * @param shape paths of both histograms, empty if there is none
   */
  public record Row(String id, DriftRow of, Shapes.Shape shape) {}

  private SinceView since(Since since, Map<String, String> labels) {
    ChangeSentences sentences = new ChangeSentences(words, figures);
    List<String> changes = sentences.changes(since.changes().changes(), labels);
    return new SinceView(
        since,
        sentences.basis(since.otherBasis()),
        changes.isEmpty() ? List.of(words.say(Phrase.SINCE_NOTHING)) : changes);
  }

  /**
   * What a report says of the one before it.
   *
   * @param basis that the verdicts rest on something else, empty if they do not
   * @param changes one sentence per kind of change, or that there is none
   */
  public record SinceView(Since of, String basis, List<String> changes) {}
}
