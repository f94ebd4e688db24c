package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.SmallPublication;
import io.clairscore.scorer.registry.Aliases;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.model.PublishedFixture;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another version answers, and the former one again, over HTTP. */
@ExtendWith(RunningService.class)
class VersionRoutesTest {

  @Test
  void anAdministratorUsesAVersionAndGoesBack(Site site) throws IOException {
    Files.createDirectories(site.folder().resolve("models"));
    new Aliases(null, List.of(), List.of())
        .trained("run-2")
        .promoted("run-1")
        .write(site.folder().resolve("models"));
    PublishedFixture.publish(
        new Published(site.folder().resolve("published")), "v2", SmallPublication.of(2, "run-2"));
    int client = site.model().clients().clients().findFirst().orElseThrow();
    String score = "/api/clients/" + client + "/score?purpose=application";
    String before = good(site.post(score, "")).at("/score/margin").asText();
    assertThat(good(site.post("/api/versions/v2/use", "")).get("run").asText()).isEqualTo("run-2");
    assertThat(good(site.post(score, "")).at("/score/margin").asText()).isNotEqualTo(before);
    JsonNode versions = good(site.get("/api/versions"));
    assertThat(versions.get("live").asText()).isEqualTo("v2");
    assertThat(versions.get("serving").asText()).isEqualTo("v2");
    assertThat(versions.get("champion").asText()).isEqualTo("run-1");
    assertThat(versions.get("before").asText()).isEqualTo("v1");
    assertThat(versions.at("/versions/0/version").asText()).isEqualTo("v2");
    assertThat(versions.at("/versions/0/aliases/0").asText()).isEqualTo("challenger");
    assertThat(versions.at("/versions/1/aliases/0").asText()).isEqualTo("champion");
    assertThat(good(site.post("/api/versions/rollback", "")).get("version").asText())
        .isEqualTo("v1");
    assertThat(good(site.post(score, "")).at("/score/margin").asText()).isEqualTo(before);
  }

  @Test
  void aVersionThatCannotAnswerIsRefusedInWordsAndTheOldOneStays(Site site) {
    for (String path : new String[] {"/api/versions/none/use", "/api/versions/v1/use"}) {
      HttpResponse<byte[]> refused = site.post(path + "?language=fr", "");
      assertThat(refused.statusCode()).as(path).isEqualTo(409);
      assertThat(tree(refused).get("title").asText()).isEqualTo("Version non servie");
      assertThat(tree(refused).at("/cause/reason").asText()).isNotBlank();
    }
    HttpResponse<byte[]> elsewhere = site.post("/api/versions/..%2Fv1/use", "");
    assertThat(elsewhere.statusCode()).isBetween(400, 409);
    assertThat(good(site.get("/api/versions")).get("serving").asText()).isEqualTo("v1");
    String metrics = new String(site.get("/metrics").body(), StandardCharsets.UTF_8);
    assertThat(metrics).contains("clairscore_model_ready 1.0");
  }
}
