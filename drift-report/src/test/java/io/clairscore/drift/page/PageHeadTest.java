package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.text.Dates;
import io.clairscore.features.text.Language;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reviewer needs to agree to a report: verdicts, limits, origin, and what to take away. */
class PageHeadTest {
  private static final DriftReport REPORT = SampleReports.full();

  @ParameterizedTest
  @EnumSource(Language.class)
  void bothVerdictsAndTheLimitsInForceStandBeforeTheFirstTable(Language language) {
    Words words = new Words(language);
    String head = head(new HtmlPage(language).of(REPORT));

    assertThat(head)
        .contains(words.term(REPORT.verdict().status()))
        .contains(words.term(REPORT.verdict().data()), words.term(REPORT.verdict().decisions()))
        .contains(words.say("LIMITS"), words.say("LIMIT_COST"), words.say("LIMIT_SCORE"));
    assertThat(head.indexOf(words.say("VERDICT_DATA"))).isLessThan(head.indexOf("id=\"limits\""));
  }

  @Test
  void withoutAModelTheLimitsAreThoseOfTheData() {
    Words words = new Words(Language.ENGLISH);
    String head = head(new HtmlPage(Language.ENGLISH).of(SampleReports.wide(3)));

    assertThat(head)
        .contains(words.say("LIMIT_IMPORTANCE"), words.say("DECISIONS_NOT_ASKED"))
        .doesNotContain(words.say("LIMIT_COST"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theOriginIsWhole(Language language) {
    String head = head(new HtmlPage(language).of(REPORT));

    assertThat(head)
        .contains("9f".repeat(32), "3a".repeat(32), "c4".repeat(32))
        .contains("0.1.0, commit 89239b5", "<code>clairscore drift --workspace &#39;my work&#39;");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void leadsToTheHistoryAndTheOtherLanguage(Language language) {
    Map<Language, String> pages =
        Map.of(Language.FRENCH, "r.fr.html", Language.ENGLISH, "r.en.html");
    Language other = language == Language.FRENCH ? Language.ENGLISH : Language.FRENCH;
    String page =
        new HtmlPage(language)
            .of(REPORT, Optional.empty(), new Beside("2026-10-31", "history.html", pages));

    assertThat(find("<a href=\"([^#][^\"]*)\"", head(page)))
        .containsExactly("history.html", pages.get(other));
    assertThat(page)
        .contains("hreflang=\"" + other.code() + "\" lang=\"" + other.code() + "\"")
        .contains(
            "-2026-10-31.csv",
            "-2026-10-31.json.gz",
            new Dates(language).day(LocalDate.of(2026, 10, 31)));
    assertThat(head(new HtmlPage(language).of(REPORT))).doesNotContain("history.html", "hreflang");
  }

  @Test
  void aReviewerSignsOnPaper() {
    String page = new HtmlPage(Language.FRENCH).of(REPORT);

    assertThat(page).contains("class=\"p sign\"", "Relu par", "Date", "Décision", "Signature");
    assertThat(page).contains(".p{display:none}");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTableCanBeSavedForASpreadsheet(Language language) {
    String csv = CarriedFiles.csv(new HtmlPage(language).of(REPORT));
    List<String> lines = Arrays.asList(csv.split("\n"));
    DriftRow first = REPORT.rows().get(0);

    assertThat(csv).startsWith("\ufeff");
    assertThat(lines).hasSize(1 + REPORT.rows().size());
    assertThat(lines.get(1))
        .startsWith(first.name() + (language == Language.FRENCH ? ";" : ","))
        .contains(language == Language.FRENCH ? "dérive forte" : "strong drift")
        .contains(language == Language.FRENCH ? ";0,1;" : ",0.1,");
    assertThat(csv).contains(language == Language.FRENCH ? "\"médiane de " : "\"Label \"\"");
    assertThat(csv.lines().skip(1))
        .as("columns of the table, quoted texts aside")
        .allMatch(line -> columns(line, language) == 15);
  }

  private static int columns(String line, Language language) {
    String separator = language == Language.FRENCH ? ";" : ",";
    return line.replaceAll("\"([^\"]|\"\")*\"", "").split(separator, -1).length;
  }

  @Test
  void columnsThatWereNotComparedAreCountedAndNotListed() {
    DriftReport report = SampleReports.strange(REPORT.policy().rules());
    String page = new HtmlPage(Language.ENGLISH).of(report);
    long left =
        report.rows().stream().filter(row -> row.severity() == Severity.NOT_COMPUTED).count();

    assertThat(left).isPositive();
    assertThat(find("<tr[^>]*><th scope=\"row\"><a href=\"#v\\d+\">", page))
        .hasSize(report.rows().size() - (int) left);
    assertThat(page).contains("id=\"left\"", "Always missing, on both sides.");
  }

  @Test
  void noColumnOfTheTableIsEmpty() {
    Words words = new Words(Language.ENGLISH);
    String bare = new HtmlPage(Language.ENGLISH).of(SampleReports.wide(3));

    assertThat(find("<th scope=\"col\"[^>]*>([^<]*)", bare.substring(bare.indexOf("id=\"rows\""))))
        .contains(words.say("COLUMN"), words.say("VERDICT"), words.say("PSI_NOISE"))
        .doesNotContain(words.say("IMPORTANCE"), words.say("EFFECT"), words.say("MISSING"));
    assertThat(new HtmlPage(Language.ENGLISH).of(REPORT))
        .contains(words.say("IMPORTANCE"), words.say("EFFECT"), words.say("MISSING"));
  }

  private static String head(String page) {
    return page.substring(page.indexOf("<header"), page.indexOf("</header>"));
  }

  private static List<String> find(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(found.groupCount()))
        .toList();
  }
}
