package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    assertThat(bare.split("<tr>")).as("rows of the table").hasSizeGreaterThan(120);
    assertThat(find("<details>", bare)).hasSize(120);
    assertThat(bare).doesNotContain("<noscript", "{", "}");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asksForNoAddress(Language language) {
    String page = page(language);

    assertThat(find("(?:src|href|action|data)=\"([^\"]*)\"", withoutScripts(page)))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("#"));
    assertThat(page).doesNotContain("url(", "@import", "http://", "https://", "fetch(", "eval(");
  }

  @Test
  void theSameReportMakesTheSameBytes() {
    assertThat(new HtmlPage(Language.FRENCH).of(SampleReports.full()))
        .isEqualTo(page(Language.FRENCH));
  }

  @Test
  void carriesTheReportAsJson() {
    String json =
        find(
                "<script type=\"application/json\" id=\"drift-report\">(.*?)</script>",
                page(Language.ENGLISH))
            .get(0);

    assertThat(json).isEqualTo(ReportJson.writeBrief(REPORT).replace("<", "\\u003c"));
    assertThat(ReportJson.read(json).rows())
        .extracting(DriftRow::name, DriftRow::severity)
        .isEqualTo(REPORT.rows().stream().map(row -> tuple(row.name(), row.severity())).toList());
  }

  @Test
  void namesFromTheDataAreNeverMarkup() {
    String page = page(Language.ENGLISH);

    assertThat(page).doesNotContain("<script>alert", "<of>");
    assertThat(page).contains("&lt;script&gt;alert");
    assertThat(find("<script", page)).hasSize(2);
    assertThat(find("</script>", page)).hasSize(2);
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
    assertThat(find("<svg(?![^>]*aria-hidden=\"true\")", bare))
        .as("each drawing stands beside the same figures in words")
        .isEmpty();
    assertThat(find("<div class=\"scroll\"(?![^>]*tabindex=\"0\")", bare)).isEmpty();
    assertThat(find("<thead><tr>.*?</thead>", bare)).hasSize(10);
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
    String page = new HtmlPage(Language.ENGLISH).of(SampleReports.wide(200));

    assertThat(find("<details>", page)).hasSize(150);
    assertThat(find("<tr><th scope=\"row\">(x\\d+|<a href=\"#v\\d+\">)", page)).hasSize(200);
    assertThat(page).contains("Only the first 150 columns have details here");
  }

  @Test
  void tellsOfPopulationsWithoutRows() {
    HtmlPage pages = new HtmlPage(Language.ENGLISH);

    assertThat(pages.of(SampleReports.tiny(0, 50))).contains("Nothing to compare");
    assertThat(pages.of(SampleReports.tiny(1, 1))).contains("Sample too small to conclude");
  }

  @Test
  void textStandsOutFromItsGround() throws Exception {
    String css = Files.readString(Path.of("src/main/resources/io/clairscore/drift/page/page.css"));
    String ink = variable(css, "ink");
    String soft = variable(css, "soft");
    String paper = variable(css, "paper");
    String wash = variable(css, "wash");

    assertThat(contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
    for (String ground : List.of(paper, wash)) {
      assertThat(contrast(ink, ground)).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(soft, ground)).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(variable(css, "link"), ground)).isGreaterThanOrEqualTo(4.5);
    }
    for (String mark : List.of("ref", "cur")) {
      assertThat(contrast(variable(css, mark), paper)).as(mark).isGreaterThanOrEqualTo(3);
    }
    assertThat(find("border-color:(#[0-9a-f]{6})", css))
        .hasSize(4)
        .allMatch(border -> contrast(border, paper) >= 3);
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

  private static String variable(String css, String name) {
    String colour = find("--" + name + ":(#[0-9a-f]+)", css).get(0);
    return colour.length() == 7 ? colour : colour.replaceAll("([0-9a-f])", "$1$1");
  }

  /** Contrast ratio of two colours, after WCAG 2.2. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] parts =
        Stream.of(1, 3, 5)
            .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
            .map(x -> x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
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
    for (List<String> key : TextTable.read(HtmlPage.class, "page.tsv", 1).keys()) {
      assertThat(templates.toString())
          .containsPattern("w\\." + key.get(0) + "\\b|\"" + key.get(0) + "\"");
    }
  }
}
