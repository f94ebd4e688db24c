package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.published.SmallPublication;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningService.class)
class PopulationRoutesTest {

  /** The answer, once the population is open: until then the service says that it opens. */
  private static HttpResponse<byte[]> opened(Site site, String path) {
    HttpResponse<byte[]> answer = site.get(path);
    while (answer.statusCode() == 503) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.onSpinWait();
      answer = site.get(path);
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Integer> clients(JsonNode list) {
    return StreamSupport.stream(list.get("clients").spliterator(), false)
        .map(row -> row.get("client").asInt())
        .toList();
  }

  @Test
  void pagesHoldEveryClientOnceFromTheBestScoreOn(Site site) {
    List<Integer> seen = new ArrayList<>();
    int points = Integer.MAX_VALUE;
    for (int page = 1; seen.size() < SmallPublication.CLIENTS; page++) {
      JsonNode list =
          good(opened(site, "/api/clients?sort=points&descending=true&size=7&page=" + page));
      assertThat(list.get("found").asInt()).isEqualTo(SmallPublication.CLIENTS);
      for (JsonNode row : list.get("clients")) {
        assertThat(row.get("points").asInt()).isLessThanOrEqualTo(points);
        points = row.get("points").asInt();
      }
      assertThat(list.get("clients")).isNotEmpty();
      seen.addAll(clients(list));
    }
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSize(SmallPublication.CLIENTS);
  }

  @Test
  void aClientIsFoundByItsNumber(Site site) {
    int client = site.model().clients().clients().findFirst().orElseThrow();
    assertThat(clients(good(opened(site, "/api/clients?number=" + client))))
        .containsExactly(client);
    assertThat(clients(good(opened(site, "/api/clients?by=client&number=7")))).isEmpty();
  }

  @Test
  void theScoreInTheListIsThatOfTheBatch(Site site) {
    JsonNode list = good(opened(site, "/api/clients?size=100"));
    for (JsonNode row : list.get("clients")) {
      int client = row.get("client").asInt();
      var published = site.model().clients().find(client).orElseThrow();
      var score = site.model().advisor().explanation(published.dossier()).score();
      assertThat(row.get("points").asInt()).isEqualTo(score.points());
      assertThat(row.get("decision").asText()).isEqualTo(score.decision().name());
    }
  }

  @Test
  void facetsCountEveryClient(Site site) {
    JsonNode facets = good(opened(site, "/api/population/facets")).get("facets");
    assertThat(facets).hasSizeGreaterThan(8);
    for (JsonNode facet : facets) {
      long clients = 0;
      for (JsonNode choice : facet.get("choices")) {
        clients += choice.get("clients").asLong();
      }
      assertThat(clients).as(facet.at("/column/key").asText()).isEqualTo(SmallPublication.CLIENTS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/population/summary?filter=decision:ACCEPTED",
        "/api/population/distribution?column=application.AMT_CREDIT",
        "/api/population/pair?x=points&y=application.AMT_INCOME_TOTAL",
        "/api/population/heatmap?x=level&y=application.NAME_EDUCATION_TYPE",
        "/api/population/segments?column=application.NAME_CONTRACT_TYPE",
        "/api/population/columns"
      })
  void figuresAreTold(String path, Site site) {
    assertThat(good(opened(site, path))).isNotEmpty();
  }

  @Test
  void aClientIsComparedInWordsOfBothLanguages(Site site) {
    int client = site.model().clients().clients().findFirst().orElseThrow();
    Set<String> rules = new HashSet<>();
    for (String language : List.of("fr", "en")) {
      JsonNode told =
          good(
              opened(
                  site,
                  "/api/clients/%d/comparison?purpose=application&similar=%s&language=%s"
                      .formatted(client, encoded("CONTRACT_TYPE;AGE:15"), language)));
      assertThat(told.at("/similar/clients").asInt()).isGreaterThanOrEqualTo(30);
      assertThat(told.get("groups")).hasSize(4);
      assertThat(told.get("columns")).isNotEmpty();
      rules.add(told.at("/similar/rule").toString());
    }
    assertThat(rules).hasSize(2);
  }

  @Test
  void aClientStandsSomewhereInADistribution(Site site) {
    int client = site.model().clients().clients().findFirst().orElseThrow();
    JsonNode told =
        good(opened(site, "/api/clients/" + client + "/distribution?purpose=review&column=points"));
    assertThat(told.at("/position/number").isNumber()).isTrue();
    assertThat(told.at("/position/rank").asDouble()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/population/segments?column=TARGET, column",
    "/api/population/segments?column=client, column",
    "/api/population/distribution?column=points&filter=points:9..1, filter",
    "/api/population/distribution?column=points&filter=level:NONE, filter",
    "/api/population/distribution?column=points&filter=points, filter",
    "/api/population/pair?x=points&y=nothing, y",
    "/api/clients?sort=feature.INSTAL_DPD_MEAN, sort",
    "/api/clients/100001/comparison?purpose=application&similar=NAME, similar",
    "/api/clients/100001/comparison?purpose=application&columns=nothing, columns"
  })
  void aWrongQuestionIsAProblemOfItsParameter(String path, String parameter, Site site) {
    HttpResponse<byte[]> answer = opened(site, path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Site.tree(answer).toString()).contains(parameter).contains("remedy");
  }

  @Test
  void nobodyIsComparedWhoWasNotPublished(Site site) {
    assertThat(opened(site, "/api/clients/7/comparison?purpose=application").statusCode())
        .isEqualTo(404);
  }
}
