package io.clairscore.drift.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.schema.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes drift reports as one HTML file that needs nothing else: no address is fetched, everything
 * is readable without JavaScript, and the same report makes the same bytes. Immutable and
 * thread-safe.
 */
public final class HtmlPage {
  /** Beyond so many columns the page has no details of the calmest; the JSON has them all. */
  private static final int MOST_DETAILS = 150;

  private static final ObjectMapper VIEWS = new ObjectMapper();

  private final Language language;
  private final Words words;
  private final Figures figures;
  private final Configuration templates;

  /** Writes pages in a language. */
  public HtmlPage(Language language) {
    this.language = language;
    words = new Words(language);
    figures = new Figures(language);
    templates = templates();
  }

  /** The page of a report as text; write it as UTF-8. */
  public String of(DriftReport report) {
    StringWriter page = new StringWriter();
    try {
      write(report, page);
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
    Map<String, Object> view =
        VIEWS.convertValue(view(report), new TypeReference<Map<String, Object>>() {});
    try {
      templates.getTemplate("page.ftlh").process(view, page);
    } catch (TemplateException e) {
      throw new IllegalStateException("The template of the drift page is broken", e);
    }
  }

  private Views.Page view(DriftReport report) {
    SummaryViews summary = new SummaryViews(words, figures, report);
    DecisionViews decisions = new DecisionViews(words, figures, language);
    QualityViews quality = new QualityViews(words, figures);
    RowViews rowViews = new RowViews(words, figures, language, report.policy().rules());
    DetailViews detailViews = new DetailViews(words, figures, rowViews, report.policy().rules());
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
        rows,
        details,
        details.size() < rows.size()
            ? words.say(Phrase.DETAILS_LEFT, "count", figures.count(details.size()))
            : "",
        Arrays.stream(Severity.values()).map(words::term).toList(),
        new MethodText(words, figures, report.policy()).paragraphs(),
        resource("page.css"),
        resource("page.js"),
        safeInScript(ReportJson.writeBrief(report)));
  }

  /** No text of a report can end the script element or begin a comment in it. */
  private static String safeInScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream bytes = HtmlPage.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Strict: a name a view does not have is an error, and every text is escaped. */
  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(HtmlPage.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    return configuration;
  }
}
