package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real Chromium: with and without JavaScript, and under axe-core's rules. */
class AccessibilityTest {
  /** Every twentieth column: all kinds of rows, and a page that axe-core judges in seconds. */
  private static final int STEP = 20;

  private static final int DESK = 1280;
  private static final int TELEPHONE = 360;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DriftReport REPORT = some(SampleReports.full());

  private static Chromium chromium;
  @TempDir Path folder;

  @BeforeAll
  static void findChromium() {
    Optional<Chromium> found = Chromium.ofThisMachine();
    if (found.isEmpty()) {
      System.err.println(
          "SKIPPED: the drift page was not opened in a browser. Install chromium, or name one by"
              + " CHROMIUM.");
    }
    Assumptions.assumeTrue(found.isPresent(), "no Chromium on this machine");
    chromium = found.get();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void axeFindsNothingOnADesk(Language language) throws Exception {
    JsonNode found = judged(new HtmlPage(language).of(REPORT), DESK);
    assertClean(found);
    assertThat(found.get("incomplete")).as("what axe could not decide").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void axeFindsNothingOnATelephoneWithoutTheScript(Language language) throws Exception {
    String page = new HtmlPage(language).of(REPORT);
    JsonNode found = judged(page.replaceAll("(?s)<script>.*?</script>", ""), TELEPHONE);
    assertClean(found);
    // Cells that a table has to be scrolled to have no colour that axe can see; on a desk they do.
    assertThat(found.get("incomplete"))
        .extracting(rule -> rule.get("id").asText())
        .isSubsetOf("color-contrast");
  }

  @Test
  void axeWouldFindAnUnnamedButtonAndFaintText() throws Exception {
    String page =
        "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><main><h1>x</h1>"
            + "<button></button><p style=\"color:#bbb\">faint</p>"
            + "<p style=\"width:2000px\">wide</p></main></body></html>";
    JsonNode found = judged(page, TELEPHONE);
    assertThat(found.at("/violations"))
        .extracting(rule -> rule.get("id").asText())
        .contains("button-name", "color-contrast");
    assertThat(found.get("overflow").asInt()).isPositive();
  }

  @Test
  void aReaderWithoutJavaScriptHasEveryRowAndOneWithItCanSort() throws Exception {
    String page = new HtmlPage(Language.ENGLISH).of(REPORT);
    String used =
        "<script>" + resource("/io/clairscore/drift/page/page-use.js") + "</script></body>";
    String with = chromium.document(write(page.replace("</body>", used)), DESK);
    // Chromium itself refuses every script; without scripts at all, it could not tell what it
    // shows.
    String none = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";
    String without = chromium.document(write(page.replace("<head>", "<head>" + none)), DESK);
    for (DriftRow row : REPORT.rows()) {
      assertThat(without).contains(row.name());
    }
    assertThat(without.split("<details")).hasSize(REPORT.rows().size() + 1);
    assertThat(without).doesNotContain("<button type", "<input type=\"search\"");
    assertThat(with).contains("<button type", "<input type=\"search\"");

    JsonNode seen = found(with, "use");
    assertThat(seen.get("first").asText())
        .as("most severe first, and it is shown")
        .isEqualTo("Verdict ▼");
    assertThat(texts(seen.get("byName"))).isSorted().hasSameSizeAs(REPORT.rows());
    assertThat(texts(seen.get("backwards"))).isEqualTo(reversed(texts(seen.get("byName"))));
    assertThat(seen.get("arrow").asText()).isEqualTo("▼");
    assertThat(seen.get("lines").asInt()).as("lines left by the filter").isEqualTo(1);
    assertThat(seen.get("details").asInt()).as("details left by the filter").isEqualTo(1);
    assertThat(seen.get("saved").asText()).endsWith(".json");
    assertThat(seen.get("json").asText()).isEqualTo(ReportJson.writeBrief(REPORT));
  }

  private static void assertClean(JsonNode found) {
    assertThat(found.get("passed").asInt()).as("rules that apply").isGreaterThan(30);
    assertThat(found.get("violations")).as("violations").isEmpty();
    assertThat(found.get("overflow").asInt()).as("pixels beyond the window").isNotPositive();
  }

  /** What axe-core finds on a page whose details are open. */
  private JsonNode judged(String page, int width) throws Exception {
    String scripts = "<script>" + resource("/axe.min.js") + "</script>" + runner();
    String document = chromium.document(write(page.replace("</body>", scripts + "</body>")), width);
    return found(document, "axe");
  }

  /** What a script left in a document. */
  private static JsonNode found(String document, String id) throws IOException {
    Matcher found = Pattern.compile("(?s)<pre id=\"" + id + "\">(.*?)</pre>").matcher(document);
    assertThat(found.find()).as(id + " ran").isTrue();
    String json = found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return JSON.readTree(json);
  }

  private static List<String> texts(JsonNode all) {
    List<String> texts = new ArrayList<>();
    all.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> reversed(List<String> texts) {
    List<String> reversed = new ArrayList<>(texts);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String runner() throws IOException {
    return "<script>" + resource("/io/clairscore/drift/page/axe-run.js") + "</script>";
  }

  private Path write(String page) throws IOException {
    return Files.writeString(folder.resolve("page.html"), page);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static DriftReport some(DriftReport report) {
    try {
      ObjectNode document = (ObjectNode) JSON.readTree(ReportJson.write(report));
      ArrayNode rows = JSON.createArrayNode();
      for (int i = 0; i < document.get("rows").size(); i += STEP) {
        rows.add(document.get("rows").get(i));
      }
      return ReportJson.read(document.set("rows", rows).toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
