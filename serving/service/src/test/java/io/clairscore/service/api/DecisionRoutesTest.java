package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.SmallPublication;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class DecisionRoutesTest {
  private static String path(int client, String what) {
    return "/api/clients/" + client + "/" + what + "?purpose=application";
  }

  @Test
  void everyPublishedClientGetsTheScoreOfTheBatchToTheBit(Site site) {
    List<ClientRecord> clients = site.model().clients().all().toList();
    assertThat(clients).hasSize(SmallPublication.CLIENTS);
    long event = 0;
    for (ClientRecord client : clients) {
      Score batch = site.model().advisor().explanation(client.dossier()).score();
      JsonNode told = good(site.post(path(client.client(), "score"), ""));
      JsonNode score = told.get("score");
      assertThat(Float.parseFloat(score.get("margin").asText())).isEqualTo(batch.margin());
      assertThat(score.toString()).isEqualTo(Json.MAPPER.valueToTree(batch).toString());
      client.scores().forEach(published -> assertThat(published.score()).isEqualTo(batch));
      assertThat(told.get("event").asLong()).isGreaterThan(event);
      event = told.get("event").asLong();
    }
  }

  @Test
  void anExplanationIsThatOfTheCommandWordForWord(Site site) {
    List<ClientRecord> clients = site.model().clients().all().limit(20).toList();
    for (ClientRecord client : clients) {
      for (Language language : Language.values()) {
        JsonNode told =
            good(site.get(path(client.client(), "explanation") + "&language=" + language.code()));
        assertThat(told.get("explanation").toString())
            .isEqualTo(
                site.model()
                    .advisor()
                    .explain(client.dossier())
                    .json(language, site.model().presentation())
                    .toString());
        assertThat(told.at("/decision/score")).isEqualTo(told.at("/explanation/score"));
      }
    }
  }
}
