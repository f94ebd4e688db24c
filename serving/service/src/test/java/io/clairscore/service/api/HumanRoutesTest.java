package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class HumanRoutesTest {
  private static String path(int client, String what) {
    return "/api/clients/" + client + "/" + what;
  }

  private static JsonNode scored(Site site, int client) {
    return good(site.post(path(client, "score?purpose=review"), ""));
  }

  private static String other(JsonNode scored) {
    return scored.at("/score/decision").asText().equals("ACCEPTED") ? "REFUSED" : "ACCEPTED";
  }

  private static HttpResponse<byte[]> decide(
      Site site, int client, long prediction, String decision, String reason) {
    return site.post(
        path(client, "decisions"),
        "{\"prediction\":%d,\"decision\":\"%s\",\"reason\":%s}"
            .formatted(prediction, decision, reason));
  }

  @Test
  void aPersonMayDecideOtherwiseAndSaysWhy(Site site) {
    int client = 100_160;
    JsonNode scored = scored(site, client);
    long event = scored.get("event").asLong();
    assertThat(decide(site, client, event, other(scored), "\" \"").statusCode()).isEqualTo(422);
    assertThat(decide(site, client, event, other(scored), "null").statusCode()).isEqualTo(422);
    JsonNode made = good(decide(site, client, event, other(scored), "\"garant solide\""));
    assertThat(made.get("override").asBoolean()).isTrue();
    assertThat(
            good(decide(site, client, event, scored.at("/score/decision").asText(), "null"))
                .get("override")
                .asBoolean())
        .isFalse();
    JsonNode history = good(site.get(path(client, "history?purpose=review&limit=3")));
    assertThat(history.get("entries").findValuesAsText("kind"))
        .isEqualTo(List.of("HUMAN_DECISION", "HUMAN_DECISION", "PREDICTION"));
    assertThat(history.at("/entries/1/entry/reason").asText()).isEqualTo("garant solide");
    assertThat(history.at("/entries/2/prediction/score")).isEqualTo(scored.get("score"));
  }

  @Test
  void aDecisionIsAboutAPredictionOfThisClient(Site site) {
    JsonNode other = scored(site, 100_161);
    long event = other.get("event").asLong();
    assertThat(decide(site, 100_162, event, "REFUSED", "\"x\"").statusCode()).isEqualTo(404);
    assertThat(decide(site, 100_161, 1L << 40, "REFUSED", "\"x\"").statusCode()).isEqualTo(404);
    assertThat(decide(site, 7, event, "REFUSED", "\"x\"").statusCode()).isEqualTo(404);
    assertThat(decide(site, 100_161, event, "MAYBE", "\"x\"").statusCode()).isEqualTo(400);
    assertThat(site.post(path(100_161, "decisions"), "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void aReviewWaitsUntilItIsEndedAndEndsOnce(Site site) {
    int client = 100_163;
    assertThat(site.post(path(client, "reviews"), "{}").statusCode()).isEqualTo(422);
    long review =
        good(site.post(path(client, "reviews"), "{\"reason\":\"revenu contesté\"}"))
            .get("event")
            .asLong();
    assertThat(waiting(site)).contains(review);
    String end = path(client, "reviews/" + review + "/end");
    assertThat(site.post(end, "{}").statusCode()).isEqualTo(422);
    good(site.post(end, "{\"reason\":\"confirmé\"}"));
    assertThat(waiting(site)).doesNotContain(review);
    assertThat(site.post(end, "{\"reason\":\"encore\"}").statusCode()).isEqualTo(409);
    assertThat(
            site.post(path(100_164, "reviews/" + review + "/end"), "{\"reason\":\"x\"}")
                .statusCode())
        .isEqualTo(404);
  }

  private static List<Long> waiting(Site site) {
    return good(site.get("/api/reviews?limit=1000")).get("asked").findValues("event").stream()
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void aPredictionNearTheThresholdWaitsUntilAPersonDecides(Site site) {
    int client =
        site.model()
            .clients()
            .all()
            .filter(one -> site.model().advisor().explanation(one.dossier()).score().toReview())
            .findFirst()
            .orElseThrow()
            .client();
    JsonNode scored = scored(site, client);
    long event = scored.get("event").asLong();
    assertThat(doubtful(site)).contains(event);
    good(decide(site, client, event, scored.at("/score/decision").asText(), "null"));
    assertThat(doubtful(site)).doesNotContain(event);
  }

  private static List<Long> doubtful(Site site) {
    return good(site.get("/api/reviews?limit=1000")).get("doubtful").findValues("event").stream()
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void anOutcomeIsZeroOrOneOnADayThatWas(Site site) {
    String outcomes = path(100_165, "outcomes");
    good(site.post(outcomes, "{\"outcome\":1,\"date\":\"2026-11-01\"}"));
    for (String wrong :
        List.of(
            "{\"outcome\":2,\"date\":\"2026-11-01\"}",
            "{\"outcome\":1,\"date\":\"2126-11-01\"}",
            "{\"outcome\":1,\"date\":\"yesterday\"}",
            "{\"outcome\":1.5,\"date\":\"2026-11-01\"}",
            "{\"outcome\":1}")) {
      HttpResponse<byte[]> answer = site.post(outcomes, wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(tree(answer).get("type").asText()).isEqualTo("/problems/invalid-body");
    }
    assertThat(
            good(site.get(path(100_165, "history?purpose=audit"))).at("/entries/0/kind").asText())
        .isEqualTo("OUTCOME");
  }
}
