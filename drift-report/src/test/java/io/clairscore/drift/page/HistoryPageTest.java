package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.HistoryJson;
import io.clairscore.drift.history.SampleHistories;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.features.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryPageTest {

  private static String page(DriftHistory history, Language language) {
    return new HistoryPage(language).of(history, SampleHistories.pages(history, language.code()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void showsEveryReportAndEveryColumnThatDrifted(Language language) throws Exception {
    DriftHistory history = SampleHistories.growing();
    String page = page(history, language);
    // Left for a look at it in a browser.
    Files.writeString(Path.of("target", "drift-history-" + language.code() + ".html"), page);
    Words words = new Words(language);

    String bare = withoutScripts(page);
    history
        .windows()
        .forEach(
            window ->
                assertThat(bare).contains(window.date(), words.term(window.outcome().severity())));
    assertThat(find("<tr><th scope=\"row\">([ab])</th>|<tr><th scope=\"row\">([ab])<br>", page))
        .hasSize(2);
    assertThat(find("<figure>", bare)).as("figures that do not need a model").hasSize(3);
    assertThat(bare)
        .contains(language == Language.FRENCH ? "faute de modèle" : "no model was asked");
    assertThat(find("<circle|class=\"al\"", bare)).hasSize(3 * 5 + 2 * 5);
    assertThat(find("class=\"al\"", bare)).hasSize(3 * 2 + 2 + 1);
    assertThat(bare).doesNotContain("NaN", "null", "{", "}");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsOfScoresRefusalsAndAnotherBasis(Language language) throws Exception {
    String page = page(SampleHistories.full(), language);
    Files.writeString(Path.of("target", "drift-history-full-" + language.code() + ".html"), page);

    assertThat(page).contains(language == Language.FRENCH ? "31,0\u00a0%" : "31.0%");
    assertThat(page)
        .contains(language == Language.FRENCH ? "la référence a changé" : "the reference changed")
        .contains(language == Language.FRENCH ? "le modèle a changé" : "the model changed");
    assertThat(find("<script", page)).hasSize(1);
    assertThat(page).doesNotContain("<script>alert", "<of>");
    // The line of the score is broken at the report without a model.
    assertThat(find("class=\"c\" d=\"(M[^\"ML]*M[^\"ML]*)\"", page)).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void needsNothingElse(Language language) {
    DriftHistory history = SampleHistories.growing();
    String page = page(history, language);

    assertThat(find("(?:src|href|action|data)=\"([^\"]*)\"", withoutScripts(page)))
        .isNotEmpty()
        .allMatch(address -> address.matches("#[a-z]+|\\d{4}-\\d\\d-\\d\\d\\.(fr|en)\\.html"));
    assertThat(page).doesNotContain("url(", "@import", "http://", "https://", "<script>");
    assertThat(page).contains(HistoryJson.write(history).replace("<", "\\u003c"));
    assertThat(page).isEqualTo(page(SampleHistories.growing(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasTheStructureAScreenReaderNeeds(Language language) {
    String bare = withoutScripts(page(SampleHistories.growing(), language)).strip();
    List<String> ids = find("\\bid=\"([^\"]*)\"", bare);

    assertThat(bare).startsWith("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\">");
    assertThat(ids).doesNotHaveDuplicates().containsAll(find("href=\"#([^\"]*)\"", bare));
    assertThat(ids).containsAll(find("aria-labelledby=\"([^\"]*)\"", bare));
    assertThat(find("<h1", bare)).hasSize(1);
    assertThat(find("<main", bare)).hasSize(1);
    String beside = bare.replaceAll("(?s)<div class=\"f [^>]*aria-hidden=\"true\">.*?</div>", "");
    assertThat(bare).contains("<svg");
    assertThat(beside).doesNotContain("<svg");
    assertThat(find("<div class=\"scroll\"(?![^>]*tabindex=\"0\")", bare)).isEmpty();
    assertThat(find("<figure>(?!<figcaption><h3>)", bare)).isEmpty();
  }

  @Test
  void oneReportAndNoDriftAreAHistoryToo() {
    String page = page(SampleHistories.single(), Language.ENGLISH);

    assertThat(page).contains("First report.", "No column drifted in these reports.");
    assertThat(new HistoryPage(Language.ENGLISH).of(SampleHistories.single(), Map.of()))
        .doesNotContain(".html");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReportItselfTellsWhatChangedSinceTheOneBefore(Language language) {
    DriftReport before = SampleReports.shiftedBy(0.2, 0.6, 0);
    DriftReport after = SampleReports.shiftedBy(0.6, 0, 0.6);
    Since since = Since.of(LocalDate.of(2026, 1, 31), before, after);

    String page = new HtmlPage(language).of(after, Optional.of(since));

    assertThat(page).contains("2026-01-31", "(1)", "<h2 id=\"since\">", "href=\"#since\"");
    assertThat(page)
        .contains(language == Language.FRENCH ? "Nouvelles dérives (1)" : "New drifts (1): c.")
        .contains(language == Language.FRENCH ? "Dérives résolues (1)" : "Resolved drifts (1): b.")
        .contains(language == Language.FRENCH ? "Aggravées (1)" : "Worsened (1): a.");
    String same =
        new HtmlPage(language).of(after, Optional.of(Since.of(since.date(), after, after)));
    assertThat(same)
        .contains(language == Language.FRENCH ? "Aucune dérive nouvelle" : "No drift is new");
    assertThat(new HtmlPage(language).of(after)).doesNotContain("id=\"since\"");
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
  }

  private static List<String> find(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(found -> found.group(found.groupCount() > 0 && found.group(1) != null ? 1 : 0))
        .toList();
  }
}
