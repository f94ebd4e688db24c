package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.schema.Application;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningService.class)
class SimulationRoutesTest {
  private static final int CLIENT = 100_001;

  private static HttpResponse<byte[]> attempt(Site site, int client, String changes, String more) {
    return site.post(
        "/api/clients/" + client + "/simulation?purpose=application" + more,
        "{\"changes\":{" + changes + "}}");
  }

  private static int sum(JsonNode changes) {
    int sum = 0;
    for (JsonNode change : changes) {
      sum += change.get("difference").asInt();
      assertThat(change.get("after").asInt() - change.get("before").asInt())
          .isEqualTo(change.get("difference").asInt());
    }
    return sum;
  }

  @Test
  void theEngineComputesEverythingAnewAndTheDifferencesMakeTheScores(Site site) {
    int moved = 0;
    for (ClientRecord client : site.model().clients().all().limit(30).toList()) {
      Dossier changed =
          client
              .dossier()
              .withApplication(
                  Map.of(Application.AMT_CREDIT, 123_456.0, Application.AMT_ANNUITY, 9_000.0));
      String changes = "\"AMT_CREDIT\":123456,\"AMT_ANNUITY\":9000";
      JsonNode told = good(attempt(site, client.client(), changes, ""));
      assertThat(told.get("before").toString()).isEqualTo(score(site, client.dossier()));
      assertThat(told.get("after").toString()).isEqualTo(score(site, changed));
      int difference = told.at("/after/points").asInt() - told.at("/before/points").asInt();
      int barred = told.get("barredDifference").asInt();
      assertThat(told.get("difference").asInt()).isEqualTo(difference);
      assertThat(sum(told.get("themes")) + barred).isEqualTo(difference);
      assertThat(sum(told.get("reasons")) + barred).isEqualTo(difference);
      moved += difference == 0 ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(10);
  }

  private static String score(Site site, Dossier dossier) {
    return Json.MAPPER.valueToTree(site.model().advisor().explanation(dossier).score()).toString();
  }

  @Test
  void aTrialIsOnRecordAsATrialAndNotAsAPredictionOfTheClient(Site site) {
    int client = 100_150;
    String past = "/api/clients/" + client + "/history?purpose=audit";
    JsonNode before = good(site.get(past));
    JsonNode told = good(attempt(site, client, "\"AMT_CREDIT\":200000", ""));
    String csv =
        new String(site.get("/api/clients/" + client + "/file?purpose=audit&format=csv").body());
    String event = "events," + told.get("event").asLong() + ",";
    assertThat(csv)
        .contains(event + "kind,SIMULATION\r\n", event + "entry.changes.AMT_CREDIT,200000\r\n");
    assertThat(good(site.get(past))).isEqualTo(before);
  }

  @Test
  void anUnknownCategoryIsScoredAsMissingAndSaid(Site site) {
    JsonNode missing = good(attempt(site, CLIENT, "\"NAME_INCOME_TYPE\":null", ""));
    JsonNode unknown = good(attempt(site, CLIENT, "\"NAME_INCOME_TYPE\":\"Astronaut\"", ""));
    assertThat(unknown.get("after")).isEqualTo(missing.get("after"));
    assertThat(unknown.get("unknown").toString()).isEqualTo("[\"NAME_INCOME_TYPE\"]");
    assertThat(missing.get("unknown")).isEmpty();
  }

  @Test
  void anApplicantIsTriedLikeAClient(Site site) {
    Dossier own = site.model().clients().find(CLIENT).orElseThrow().dossier();
    JsonNode told =
        good(
            site.post(
                "/api/applicants/simulation",
                "{\"dossier\":%s,\"changes\":{\"AMT_CREDIT\":200000}}"
                    .formatted(DossierJson.write(own))));
    JsonNode same = good(attempt(site, CLIENT, "\"AMT_CREDIT\":200000", ""));
    assertThat(told.get("after")).isEqualTo(same.get("after"));
    assertThat(told.get("reasons")).isEqualTo(same.get("reasons"));
  }

  @Test
  void aTrialOfNobodyIsRefused(Site site) {
    for (String body : List.of("{\"changes\":{}}", "{}", "{\"dossier\":null,\"changes\":null}")) {
      assertThat(site.post("/api/applicants/simulation", body).statusCode()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                          | NO_CHANGE
          "NO_COLUMN":1                               | UNKNOWN_COLUMN
          "TARGET":0                                  | NOT_CHANGEABLE
          "SK_ID_CURR":5                              | NOT_CHANGEABLE
          "CODE_GENDER":"F"                           | MAY_NOT_DECIDE
          "DAYS_BIRTH":-9000                          | MAY_NOT_DECIDE
          "FLAG_PHONE":1                              | MAY_NOT_DECIDE
          "AMT_CREDIT":"much"                         | NOT_A_NUMBER
          "AMT_CREDIT":-1                             | OUT_OF_RANGE
          "AMT_CREDIT":1e999                          | OUT_OF_RANGE
          "OWN_CAR_AGE":3                             | NOT_READ
          "NAME_INCOME_TYPE":4                        | NOT_A_TEXT
          "NAME_INCOME_TYPE":"Maternity leave"        | VALUE_MAY_NOT_DECIDE
          "AMT_CREDIT":0                              | NO_CREDIT
          "AMT_ANNUITY":0                             | NO_INSTALMENT
          "AMT_CREDIT":50000,"AMT_ANNUITY":60000      | INSTALMENT_ABOVE_CREDIT
          "DAYS_EMPLOYED":-25000                      | EMPLOYED_BEFORE_BIRTH
          """)
  void whatCannotBeTriedIsRefusedInBothLanguages(String changes, String kind, Site site) {
    String asked = changes == null ? "" : changes;
    HttpResponse<byte[]> french = attempt(site, CLIENT, asked, "&language=fr");
    assertThat(french.statusCode()).isEqualTo(422);
    JsonNode said = tree(french).get("objections");
    assertThat(said.findValuesAsText("kind")).contains(kind);
    JsonNode english = tree(attempt(site, CLIENT, asked, "&language=en")).get("objections");
    assertThat(english.findValuesAsText("kind")).isEqualTo(said.findValuesAsText("kind"));
    List<String> sentences = said.findValuesAsText("sentence");
    assertThat(english.findValuesAsText("sentence")).doesNotContainAnyElementsOf(sentences);
  }
}
