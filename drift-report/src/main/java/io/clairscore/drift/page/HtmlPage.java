package io.clairscore.drift.page;

import io.clairscore.drift.history.Since;
import io.clairscore.drift.verdict.Cell;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Dates;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes drift reports as one HTML file that needs nothing else: no address is fetched, everything
 * is readable without JavaScript, and the same report makes the same bytes. Immutable and
 * thread-safe.
 */
public final class HtmlPage {
  /** Beyond so many columns the page has no details of the calmest; the JSON has them all. */
  private static final int MOST_DETAILS = 150;

  /** On paper so many of those that drift have details, so that a report stays a short one. */
  private static final int MOST_PRINTED = 12;

  private static final int MOST_ISSUES = 20;
  private static final int MOST_EVENTS = 8;

  private final Language language;
  private final Words words;
  private final Figures figures;
  private final Dates dates;
  private final CellNames cells;
  private final Templates templates = new Templates(HtmlPage.class);

  /** Writes pages in a language. */
  public HtmlPage(Language language) {
    this.language = language;
    words = new Words(language);
    figures = new Figures(language);
    dates = new Dates(language);
    cells = new CellNames(language);
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
    return of(report, since, Beside.NOTHING);
  }

  /**
   * The page of a report as text; write it as UTF-8.
   *
   * @param since what changed since an earlier report, which gives the page a section more
   * @param beside files that the page leads to
   */
  public String of(DriftReport report, Optional<Since> since, Beside beside) {
    StringWriter page = new StringWriter();
    try {
      write(report, since, beside, page);
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
    write(report, Optional.empty(), Beside.NOTHING, page);
  }

  private void write(DriftReport report, Optional<Since> since, Beside beside, Writer page)
      throws IOException {
    Map<String, String> labels =
        report.rows().stream()
            .collect(Collectors.toMap(DriftRow::name, row -> row.label().in(language)));
    Names names = new Names(words, figures).with("labels", labels);
    head(names, report);
    origin(names, report, beside);
    sections(names, report, since, labels);
    columns(names, report);
    templates.write("page.ftlh", names.all(), page);
  }

  private void head(Names names, DriftReport report) {
    SummaryViews summary = new SummaryViews(words, figures, report);
    String severity = words.term(report.verdict().status());
    names
        .with("title", words.say(Phrase.TITLE) + " – " + severity)
        .with("verdict", report.verdict())
        .with("sentence", summary.sentence())
        .with("reasons", summary.alarms())
        .with("dataSentence", summary.data())
        .with("decisionsSentence", summary.decisions())
        .with("events", summary.events(MOST_EVENTS))
        .with("weighted", report.rows().stream().anyMatch(row -> row.rank() > 0))
        .with("css", templates.resource("page.css"))
        .with("script", templates.resource("page.js"));
  }

  private void origin(Names names, DriftReport report, Beside beside) {
    names
        .with("policy", report.policy())
        .with("provenance", report.provenance())
        .with("referenceRows", report.referenceRows())
        .with("currentRows", report.currentRows())
        .with("date", beside.date())
        .with("day", beside.date().isEmpty() ? "" : dates.day(LocalDate.parse(beside.date())))
        .with("made", made(report.provenance().created()))
        .with("historyPage", beside.history())
        .with("otherPages", others(beside))
        .with("json", Carried.gzip(ReportJson.writeBrief(report)))
        .with("csv", Carried.csv(new ColumnsCsv(words, figures).of(report)));
  }

  private String made(String moment) {
    return moment == null || moment.isEmpty() ? "" : dates.moment(Instant.parse(moment));
  }

  /** The same report in the other languages, as they call themselves. */
  private Map<String, String> others(Beside beside) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Language other : Language.values()) {
      if (other != language && beside.pages().containsKey(other)) {
        others.put(other.code(), beside.pages().get(other));
      }
    }
    return others;
  }

  private void sections(
      Names names, DriftReport report, Optional<Since> since, Map<String, String> labels) {
    names
        .with("model", report.model().orElse(null))
        .with(
            "waterfall",
            report.model().map(new DecisionViews(words, figures, language)::steps).orElse(null))
        .with("meaning", report.meaning())
        .with("quality", report.quality().orElse(null))
        .with("mostIssues", MOST_ISSUES)
        .with("since", since.map(of -> since(of, labels)).orElse(null));
  }

  private void columns(Names names, DriftReport report) {
    ColumnViews columns = new ColumnViews(words, figures, cells, report);
    List<ColumnViews.Row> rows = columns.listed();
    names
        .with("severities", Arrays.stream(Severity.values()).map(words::term).toList())
        .with("rows", rows)
        .with("details", rows.subList(0, Math.min(MOST_DETAILS, rows.size())))
        .with("printed", MOST_PRINTED)
        .with("leftOut", columns.leftOut())
        .with("told", columns.told())
        .with("right", columns.right())
        .with("drawings", columns.drawings())
        .with("choices", choices(rows))
        .with("drawn", Shapes.HEIGHT)
        .named("cell", of -> cells.name((String) of.get(0), (Cell) of.get(1)));
  }

  /** Why which measure decides, as far as this page has such columns. */
  private static List<TestChoice> choices(List<ColumnViews.Row> rows) {
    return rows.stream()
        .map(row -> row.of().measured())
        .flatMap(of -> Stream.of(of.rule(), of.evidently().rule()))
        .filter(rule -> rule != TestChoice.NONE)
        .distinct()
        .sorted()
        .toList();
  }

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
