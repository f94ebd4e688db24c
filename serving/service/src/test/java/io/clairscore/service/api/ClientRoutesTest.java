package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Texts;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ClientRoutesTest {
  private static final int CLIENT = 100_002;

  private static String path(int client, String what) {
    return "/api/clients/" + client + what;
  }

  @Test
  void aProfileTellsEveryColumnOfTheApplicationInTheWordsOfTheDictionary(Site site) {
    JsonNode profile = good(site.get(path(CLIENT, "?purpose=application")));
    JsonNode application =
        site.tree(DossierJson.write(site.model().clients().find(CLIENT).orElseThrow().dossier()))
            .get("application");
    int missing = 0;
    List<String> told = profile.get("themes").findValuesAsText("column");
    assertThat(told).doesNotHaveDuplicates().hasSize(Application.SCHEMA.width() - 2);
    for (JsonNode theme : profile.get("themes")) {
      for (JsonNode cell : theme.get("cells")) {
        String name = cell.get("column").asText();
        assertThat(cell.at("/label/fr").asText())
            .isEqualTo(Texts.all().label(Application.SCHEMA.column(name).orElseThrow()).french());
        assertThat(cell.get("value")).as(name).isEqualTo(application.get(name));
        missing += cell.get("state").asText().equals("MISSING") ? 1 : 0;
      }
    }
    assertThat(profile.get("missing").asInt()).isEqualTo(missing).isPositive();
    assertThat(profile.at("/histories/0/table").asText()).isEqualTo("bureau");
    assertThat(profile.at("/sanity/outside")).isEmpty();
    assertThat(profile.at("/published/score").isObject()).isTrue();
  }

  @Test
  void nothingIsSeenWithoutAPurposeAndNobodyThereIsNobody(Site site) {
    for (String what : List.of("", "/file", "/history", "/explanation", "/recourse")) {
      assertThat(site.get(path(CLIENT, what)).statusCode()).isEqualTo(400);
      assertThat(site.get(path(CLIENT, what + "?purpose=curiosity")).statusCode()).isEqualTo(400);
      assertThat(site.get(path(1, what + "?purpose=audit")).statusCode()).isEqualTo(404);
    }
    assertThat(site.get("/api/clients/0?purpose=audit").statusCode()).isEqualTo(400);
    assertThat(site.get("/api/clients/x?purpose=audit").statusCode()).isEqualTo(400);
    assertThat(site.post(path(1, "/score?purpose=audit"), "").statusCode()).isEqualTo(404);
  }

  @Test
  void theWholeFileTellsTheDataAndWhoLookedThisLookIncluded(Site site) {
    int client = 100_170;
    good(site.get(path(client, "?purpose=complaint")));
    good(site.post(path(client, "/score?purpose=application"), ""));
    HttpResponse<byte[]> answer = site.get(path(client, "/file?purpose=audit"));
    JsonNode file = good(answer);
    ClientRecord record = site.model().clients().find(client).orElseThrow();
    assertThat(file.get("dossier")).isEqualTo(site.tree(DossierJson.write(record.dossier())));
    assertThat(file.get("scores")).hasSize(record.scores().size());
    assertThat(file.get("events").findValuesAsText("kind"))
        .startsWith("FILE_READ", "PREDICTION", "FILE_READ");
    assertThat(file.at("/events/0/entry/purpose").asText()).isEqualTo("audit");
    assertThat(file.at("/events/2/entry/purpose").asText()).isEqualTo("complaint");
    assertThat(file.at("/events/2/by").asText()).isEqualTo("local");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void theFileAsCsvHasALineForEachValueAndNoFormula(Site site) {
    int client = 100_171;
    good(site.post(path(client, "/reviews"), "{\"reason\":\"=1+2, \\\"quoted\\\"\\nnext\"}"));
    HttpResponse<byte[]> answer = site.get(path(client, "/file?purpose=audit&format=csv"));
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    String csv = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("part,row,name,value\r\napplication,1,SK_ID_CURR," + client + "\r\n")
        .contains("entry.reason,\"'=1+2, \"\"quoted\"\"\nnext\"\r\n")
        .contains("kind,FILE_READ\r\n");
  }
}
