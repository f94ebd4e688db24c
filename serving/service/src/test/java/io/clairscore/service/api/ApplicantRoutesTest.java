package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.SmallPublication;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningService.class)
class ApplicantRoutesTest {
  private static final String ONE = "/api/applicants?purpose=application&language=en";
  private static final String MANY = "/api/scores?purpose=application";

  private static Dossier someone(Site site) {
    return site.model().clients().find(100_001).orElseThrow().dossier();
  }

  @Test
  void everyClientsDossierSentAsThatOfAnApplicantGetsTheClientsScoreToTheBit(Site site) {
    List<ClientRecord> clients = site.model().clients().all().toList();
    List<String> told = new ArrayList<>();
    for (int from = 0; from < clients.size(); from += 100) {
      ObjectNode request = Json.MAPPER.createObjectNode();
      ArrayNode dossiers = request.putArray("dossiers");
      clients
          .subList(from, from + 100)
          .forEach(client -> dossiers.add(DossierJson.writeTree(client.dossier())));
      JsonNode answer = good(site.post(MANY, request.toString()));
      assertThat(answer.get("recorded").asInt()).isEqualTo(100);
      answer.get("results").forEach(one -> told.add(one.at("/assessed/decision/score").toString()));
    }
    assertThat(told)
        .hasSize(SmallPublication.CLIENTS)
        .isEqualTo(
            clients.stream()
                .map(client -> site.model().clients().scoring(client.client()).orElseThrow())
                .map(record -> site.model().scorer().score(record.features()))
                .map(score -> Json.MAPPER.valueToTree(score).toString())
                .toList());
  }

  @Test
  void whoAsksWhyIsToldWhatTheCommandTells(Site site) {
    Dossier dossier = someone(site);
    JsonNode told = good(site.post(ONE + "&explain=true", DossierJson.write(dossier)));
    assertThat(told.get("explanation").toString())
        .isEqualTo(
            site.model()
                .advisor()
                .explain(dossier)
                .json(Language.ENGLISH, site.model().presentation())
                .toString());
    assertThat(good(site.post(ONE, DossierJson.write(dossier))).has("explanation")).isFalse();
  }

  @Test
  void oneWrongDossierOfManyKeepsNobodyElseFromADecision(Site site) {
    JsonNode right = DossierJson.writeTree(someone(site));
    String wrong = "{\"application\":{\"AMT_CREDIT\":-1}}";
    JsonNode answer =
        good(site.post(MANY, "{\"dossiers\":[%s,%s,%s]}".formatted(right, wrong, right)));
    assertThat(answer.get("recorded").asInt()).isEqualTo(2);
    JsonNode results = answer.get("results");
    assertThat(results.at("/1/problem/problem").asText())
        .isEqualTo("application.AMT_CREDIT holds an impossible number.");
    assertThat(results.at("/0/assessed/decision/score"))
        .isEqualTo(results.at("/2/assessed/decision/score"));
    assertThat(results.at("/2/place").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsUnknownIsScoredAsMissingAndSaid(Site site) {
    ObjectNode dossier = DossierJson.writeTree(someone(site));
    ObjectNode application = (ObjectNode) dossier.get("application");
    application.remove("NAME_INCOME_TYPE");
    dossier.remove("bureau");
    dossier.remove("bureau_balance");
    JsonNode missing = good(site.post(ONE, dossier.toString()));
    application.put("NAME_INCOME_TYPE", "Astronaut");
    dossier.putArray("bureau_balance").addObject().put("SK_ID_BUREAU", 7).put("MONTHS_BALANCE", -1);
    JsonNode unknown = good(site.post(ONE, dossier.toString()));
    assertThat(unknown.at("/decision/score")).isEqualTo(missing.at("/decision/score"));
    assertThat(unknown.at("/remarks/unknownValues").asInt()).isEqualTo(1);
    assertThat(unknown.at("/remarks/orphanRows").asInt()).isEqualTo(1);
    assertThat(unknown.at("/sanity/unknown/0").asText()).isEqualTo("application.NAME_INCOME_TYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                    | 400 | invalid-body
          null                                                  | 400 | invalid-body
          []                                                    | 400 | invalid-body
          {"application":{"AMT_CREDIT":1                        | 400 | malformed-json
          {"application":{"AMT_CREDIT":NaN}}                    | 400 | malformed-json
          {"application":{"AMT_CREDIT":Infinity}}               | 400 | malformed-json
          {"application":{"AMT_CREDIT":1,"AMT_CREDIT":2}}       | 400 | malformed-json
          {"application":{"AMT_CREDIT":1}} {}                   | 400 | invalid-body
          {"application":{"AMT_CREDIT":1e999}}                  | 422 | refused-data
          {"application":{"AMT_CREDIT":-5}}                     | 422 | refused-data
          {"application":{"AMT_CREDIT":"much"}}                 | 422 | refused-data
          {"application":{"CNT_CHILDREN":1.5}}                  | 422 | refused-data
          {"application":{"NAME_INCOME_TYPE":3}}                | 422 | refused-data
          {"application":{"NO_COLUMN":1}}                       | 422 | refused-data
          {"application":{},"no_table":[]}                      | 422 | refused-data
          {"application":{}}                                    | 422 | refused-data
          {"bureau":[]}                                         | 422 | refused-data
          {"application":{"SK_ID_CURR":5,"AMT_CREDIT":1},"bureau":[{"SK_ID_CURR":6}]}| 422 | refused-data
          {"application":{"AMT_CREDIT":1},"bureau":[{"SK_ID_BUREAU":6},{"SK_ID_BUREAU":6}]}| 422 | refused-data
          """)
  void whatIsNoDossierIsRefusedInWords(String body, int status, String type, Site site) {
    var answer = site.post(ONE, body == null ? "" : body);
    JsonNode problem = tree(answer);
    assertThat(answer.statusCode()).as(problem.toString()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(problem.get("remedy").asText()).isNotBlank();
    if (type.equals("refused-data")) {
      assertThat(problem.at("/cause/problem").asText()).endsWith(".");
    }
  }

  @Test
  void aDossierOfAHundredMegabytesOrOfEndlessDepthIsRefused(Site site) {
    String deep = "{\"application\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(site.post(ONE, deep).statusCode()).isEqualTo(400);
    HttpRequest huge =
        HttpRequest.newBuilder(site.address(ONE))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000_000]))
            .build();
    assertThat(site.send(huge).statusCode()).isEqualTo(413);
    HttpRequest plain =
        HttpRequest.newBuilder(site.address(ONE))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(site.send(plain).statusCode()).isEqualTo(415);
  }

  @Test
  void aRequestForNoneOrTooManyIsRefused(Site site) {
    assertThat(site.post(MANY, "{\"dossiers\":[]}").statusCode()).isEqualTo(400);
    assertThat(site.post(MANY, "{}").statusCode()).isEqualTo(400);
    String many = "{\"dossiers\":[" + "{},".repeat(100) + "{}]}";
    assertThat(site.post(MANY, many).statusCode()).isEqualTo(413);
    assertThat(site.post("/api/scores", many).statusCode()).isEqualTo(400);
  }
}
