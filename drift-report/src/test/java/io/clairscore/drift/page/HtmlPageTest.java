package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlPageTest {
  private static final int MOST_BYTES = 600_000;
  private static final DriftReport REPORT = SampleReports.full();
  private static final Map<Language, String> PAGES =
      Arrays.stream(Language.values())
          .collect(Collectors.toMap(of -> of, of -> new HtmlPage(of).of(REPORT)));

  @ParameterizedTest
  @EnumSource(Language.class)
  void of120ColumnsIsAtMost600Kilobytes(Language language) throws Exception {
    byte[] page = page(language).getBytes(StandardCharsets.UTF_8);
    // Left for a look at it in a browser.
    Files.write(Path.of("target", "drift-" + language.code() + ".html"), page);

    assertThat(REPORT.rows()).hasSize(120);
    assertThat(page.length).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isWholeWithoutJavaScript(Language language) {
    String bare = withoutScripts(page(language));
    Words words = new Words(language);

    for (DriftRow row : REPORT.rows()) {
      assertThat(bare).contains(row.name(), words.term(row.severity()));
    }
    assertThat(find("<tr[^>]*><th scope=\"row\"><a href=\"#v", bare)).hasSize(120);
    assertThat(find("<details", bare)).hasSize(120);
    assertThat(bare).doesNotContain("<noscript", "{", "}");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asksForNoAddress(Language language) {
    String page = page(language);

    assertThat(find("(?:src|href|action|data)=\"([^\"]*)\"", withoutScripts(page)))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("#") || address.startsWith("data:"));
    assertThat(page).doesNotContain("url(", "@import", "http://", "https://", "fetch(", "eval(");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void of258ColumnsIsAtMost600KilobytesToo(Language language) {
    List<DriftRow> rows = new ArrayList<>(REPORT.rows());
    for (int i = 0; rows.size() < 258; i++) {
      rows.add(renamed(REPORT.rows().get(i % 120), "_COPY_" + i));
    }
    byte[] page = new HtmlPage(language).of(of(rows)).getBytes(StandardCharsets.UTF_8);

    assertThat(page.length).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static DriftRow renamed(DriftRow of, String suffix) {
    return new DriftRow(
        of.name() + suffix,
        of.label(),
        of.importance(),
        of.rank(),
        of.effect(),
        of.measured(),
        of.event(),
        of.severity(),
        of.action());
  }

  private static DriftReport of(List<DriftRow> rows) {
    return new DriftReport(
        REPORT.policy(),
        REPORT.provenance(),
        REPORT.referenceRows(),
        REPORT.currentRows(),
        REPORT.verdict(),
        rows,
        REPORT.model(),
        REPORT.quality(),
        REPORT.meaning());
  }

  @Test
  void theSameReportMakesTheSameBytes() {
    assertThat(new HtmlPage(Language.FRENCH).of(SampleReports.full()))
        .isEqualTo(page(Language.FRENCH));
  }

  @Test
  void carriesTheReportAsJson() throws IOException {
    String json = CarriedFiles.json(page(Language.ENGLISH));

    assertThat(json).isEqualTo(ReportJson.writeBrief(REPORT));
    assertThat(ReportJson.read(json).rows())
        .extracting(DriftRow::name, DriftRow::severity)
        .isEqualTo(REPORT.rows().stream().map(row -> tuple(row.name(), row.severity())).toList());
  }

  @Test
  void namesFromTheDataAreNeverMarkup() {
    String page = page(Language.ENGLISH);

    assertThat(page).doesNotContain("<script>alert", "<of>");
    assertThat(page).contains("&lt;script&gt;alert");
    assertThat(find("<script", page)).hasSize(1);
    assertThat(find("</script>", page)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLinkHasItsTarget(Language language) {
    String bare = withoutScripts(page(language));
    List<String> ids = find("\\bid=\"([^\"]*)\"", bare);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(find("href=\"#([^\"]*)\"", bare));
    assertThat(ids).containsAll(find("aria-labelledby=\"([^\"]*)\"", bare));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasTheStructureAScreenReaderNeeds(Language language) {
    String bare = withoutScripts(page(language));

    assertThat(bare).startsWith("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\">");
    assertThat(find("<title>([^<]+)</title>", bare)).hasSize(1);
    assertThat(find("<h1", bare)).hasSize(1);
    assertThat(find("<main", bare)).hasSize(1);
    assertThat(find("<svg(?![^>]*aria-hidden=\"true\")", withoutFigures(bare)))
        .as("each drawing stands beside the same figures in words")
        .isEmpty();
    assertThat(find("<div class=\"scroll\"(?![^>]*tabindex=\"0\")", bare)).isEmpty();
    assertThat(find("<thead><tr>.*?</thead>", bare)).hasSize(10);
    assertThat(find("<table(?! aria-labelledby=\"[a-z0-9]+\")(?! id=\"rows\")[^>]*><thead>", bare))
        .as("tables without a name")
        .isEmpty();
    int level = 1;
    for (String heading : find("<h([1-6])", bare)) {
      int next = Integer.parseInt(heading);
      assertThat(next).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  @ParameterizedTest
  @EnumSource(RuleSet.class)
  void tellsOfColumnsThatCanHardlyBeCompared(RuleSet rules) {
    for (Language language : Language.values()) {
      String page = new HtmlPage(language).of(SampleReports.strange(rules));
      assertThat(withoutScripts(page)).contains("turned", "emptied").doesNotContain("NaN");
    }
    assertThat(new HtmlPage(Language.ENGLISH).of(SampleReports.strange(rules)))
        .contains("The current population no longer has this column.", "the type changed");
  }

  @Test
  void aWideReportKeepsEveryLineAndSaysWhichDetailsItLeavesOut() {
    String page = new HtmlPage(Language.ENGLISH).of(SampleReports.wide(250));

    assertThat(find("<details", page)).hasSize(150);
    assertThat(find("<tr><th scope=\"row\">(x\\d+|<a href=\"#v\\d+\">)", page)).hasSize(250);
    assertThat(page).contains("Only the first 150 columns have details here");
  }

  @Test
  void tellsOfPopulationsWithoutRows() {
    HtmlPage pages = new HtmlPage(Language.ENGLISH);

    assertThat(pages.of(SampleReports.tiny(0, 50))).contains("Nothing to compare");
    assertThat(pages.of(SampleReports.tiny(1, 1))).contains("Sample too small to conclude");
  }

  private static String page(Language language) {
    return PAGES.get(language);
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
        .replaceAll(" data-[a-z]+=\"[^\"]*\"", "");
  }

  /** What a pattern finds: its group, if it has one. */
  private static List<String> find(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(found.groupCount()))
        .toList();
  }

  /** Drawings with their axes, which are hidden as a whole. */
  private static String withoutFigures(String page) {
    return page.replaceAll("(?s)<div class=\"f [^>]*aria-hidden=\"true\">.*?</div>", "");
  }

  @Test
  void everyTextOfTheTemplatesIsShownByOne() throws IOException {
    StringBuilder templates = new StringBuilder();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of("src/main/resources/io/clairscore/drift/page"), "*.ftlh")) {
      for (Path file : files) {
        templates.append(Files.readString(file));
      }
    }
    for (String view : List.of("ColumnsCsv", "HtmlPage")) {
      templates.append(
          Files.readString(Path.of("src/main/java/io/clairscore/drift/page/" + view + ".java")));
    }
    for (List<String> key : TextTable.read(HtmlPage.class, "page.tsv", 1).keys()) {
      assertThat(templates.toString())
          .containsPattern("w\\." + key.get(0) + "\\b|\"" + key.get(0) + "\"");
    }
  }
}
