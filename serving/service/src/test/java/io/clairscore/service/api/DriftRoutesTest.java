package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.text.Language;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reports of the drift job over HTTP, as they were written. */
@ExtendWith(RunningService.class)
class DriftRoutesTest {

  private static Path reports(Site site) {
    return site.folder().resolve("reports/drift");
  }

  /** Two reports, as the drift job writes them. */
  private static void report(Site site) throws IOException {
    ReportFolder folder = new ReportFolder(reports(site));
    for (int day = 26; day <= 27; day++) {
      DriftReport report =
          DriftReport.of(population(0), population(day - 26), DriftOptions.STANDARD);
      folder.write(
          LocalDate.of(2026, 11, day),
          report,
          report.verdict().alarm() ? 4 : 0,
          List.of(Language.FRENCH, Language.ENGLISH));
    }
  }

  private static PopulationProfile population(double shift) {
    PopulationAccumulator rows =
        new PopulationAccumulator(
            List.of(new ColumnSpec("AMT_CREDIT", ColumnType.REAL)), ProfileLimits.STANDARD);
    for (int row = 0; row < 500; row++) {
      rows.number(0, row / 500.0 + shift);
      rows.endRow();
    }
    return rows.profile();
  }

  @Test
  void reportsAreServedAsTheyWereWritten(Site site) throws IOException {
    report(site);
    assertThat(site.get("/api/drift").body())
        .isEqualTo(Files.readAllBytes(reports(site).resolve("latest.json")));
    assertThat(site.get("/api/drift/history").body())
        .isEqualTo(Files.readAllBytes(reports(site).resolve("history.json")));
    assertThat(site.get("/api/drift/2026-11-26").body())
        .isEqualTo(Files.readAllBytes(reports(site).resolve("2026-11-26.json")));
    JsonNode archive = good(site.get("/api/drift/reports"));
    assertThat(archive.get("dates").toString()).isEqualTo("[\"2026-11-27\",\"2026-11-26\"]");
    JsonNode monitoring = good(site.get("/api/monitoring?language=en"));
    assertThat(monitoring.at("/drift/date").asText()).isEqualTo("2026-11-27");
    assertThat(monitoring.at("/drift/sentence").asText()).isNotBlank();
  }

  @Test
  void aPageMayShowItsOwnStylesAndScriptAndMayBeFramedByThisSiteAlone(Site site)
      throws IOException {
    report(site);
    HttpResponse<byte[]> page = site.get("/api/drift/2026-11-27/page?language=en");
    String text = new String(page.body(), StandardCharsets.UTF_8);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(text).contains("lang=\"en\"").contains("<script>").contains("<style>");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("frame-ancestors 'self'")
        .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='")
        .containsPattern("style-src 'sha256-[A-Za-z0-9+/]{43}='")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(text).as("attributes of style would be refused").doesNotContain(" style=\"");
    HttpResponse<byte[]> other = site.get("/api/drift/history");
    assertThat(other.headers().firstValue("X-Frame-Options")).hasValue("DENY");
  }

  @Test
  void theLinksOfAPageLeadToPages(Site site) throws IOException {
    report(site);
    String page =
        new String(
            site.get("/api/drift/2026-11-27/page?language=fr").body(), StandardCharsets.UTF_8);
    List<String> links =
        Pattern.compile("href=\"([^\"#:]+)\"")
            .matcher(page)
            .results()
            .map(link -> link.group(1))
            .distinct()
            .toList();
    assertThat(links).contains("2026-11-27.en.html", "history.fr.html");
    for (String link : links) {
      assertThat(site.get("/api/drift/2026-11-27/" + link).statusCode()).as(link).isEqualTo(200);
    }
    assertThat(site.get("/api/drift/history/page").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoReportIsSaidInWordsAndNoOtherFileIsReached(Site site) throws IOException {
    report(site);
    Files.writeString(site.folder().resolve("reports/secret.fr.html"), "secret");
    HttpResponse<byte[]> absent = site.get("/api/drift/2020-01-01?language=fr");
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(tree(absent).get("title").asText()).isEqualTo("Pas de rapport de dérive");
    assertThat(tree(absent).get("remedy").asText()).contains("clairscore drift");
    assertThat(site.get("/api/drift/yesterday").statusCode()).isEqualTo(400);
    for (String attempt :
        List.of(
            "/api/drift/2026-11-27/..%2Fsecret.fr.html",
            "/api/drift/2026-11-27/%2e%2e%2fsecret.fr.html",
            "/api/drift/..%2Fsecret/page",
            "/api/drift/2026-11-27/.lock",
            "/api/drift/2026-11-27/2026-11-27.json",
            "/api/drift/%2Fetc%2Fpasswd")) {
      HttpResponse<byte[]> answer = site.get(attempt);
      assertThat(answer.statusCode()).as(attempt).isBetween(400, 404);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret.fr");
    }
  }
}
