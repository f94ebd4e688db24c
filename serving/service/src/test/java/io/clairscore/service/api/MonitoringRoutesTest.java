package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.monitoring.Metric;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class MonitoringRoutesTest {

  @Test
  void prometheusReadsRequestsEventsModelAndProcess(Site site) {
    good(site.get("/api/versions"));
    HttpResponse<byte[]> answer = site.get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("clairscore_requests_seconds_count{operation=\"versions\",status=\"2xx\"}")
        .contains(
            "clairscore_requests_seconds_bucket{operation=\"versions\",status=\"2xx\",le=\"0.005\"}")
        .contains("clairscore_predictions_total{decision=\"REFUSED\",level=\"HIGH_RISK\"}")
        .contains("clairscore_events_healthy 1.0")
        .contains("clairscore_model_ready 1.0");
    assertThat(
            text.lines().filter(line -> line.contains("operation=\"versions\",status=\"2xx\",le=")))
        .as("buckets of one meter, and +Inf")
        .hasSize(7);
  }

  @Test
  void thePageIsToldInTheLanguageOfWhoAsks(Site site) {
    JsonNode french = good(site.get("/api/monitoring?language=fr"));
    JsonNode english = good(site.get("/api/monitoring?language=en&days=30"));
    assertThat(english.get("days").asInt()).isEqualTo(30);
    assertThat(english.at("/model/version").asText()).isEqualTo("v1");
    assertThat(english.at("/events/healthy").asBoolean()).isTrue();
    assertThat(english.at("/score/levels")).hasSize(7);
    assertThat(english.at("/features")).hasSize(12);
    assertThat(english.at("/score/levels/0/label").asText()).isEqualTo("very high");
    assertThat(french.at("/score/levels/0/label").asText()).isEqualTo("très élevé");
    assertThat(english.at("/estimated/badge").asText()).isEqualTo("estimated");
    assertThat(english.at("/observed/badge").asText()).isEqualTo("observed");
  }

  /** Predictions are summed up from the store, within a second or two of their answer. */
  @Test
  void predictionsAreCountedOnceTheyAreStored(Site site) throws InterruptedException {
    int client = site.model().clients().clients().findFirst().orElseThrow();
    long before = good(site.get("/api/monitoring")).at("/predictions/count").asLong();
    for (int i = 0; i < 5; i++) {
      good(site.post("/api/clients/" + client + "/score?purpose=review", ""));
    }
    JsonNode now = good(site.get("/api/monitoring"));
    for (int i = 0; i < 100 && now.at("/predictions/count").asLong() < before + 5; i++) {
      Thread.sleep(100);
      now = good(site.get("/api/monitoring"));
    }
    assertThat(now.at("/predictions/count").asLong()).isEqualTo(before + 5);
    assertThat(now.at("/events/behind").asLong()).isZero();
    assertThat(now.at("/features/0/count").asLong() + now.at("/features/0/missing").asLong())
        .isPositive();
    assertThat(now.at("/score/psi").isNumber()).isTrue();
    assertThat(now.at("/predictions/perDay/0/value").asLong()).isEqualTo(before + 5);
  }

  @Test
  void everyMeasureThatHasACourseTellsIt(Site site) {
    for (String name : Metric.keysWithTrend()) {
      JsonNode trend = good(site.get("/api/monitoring/series?name=" + name + "&grain=day"));
      assertThat(trend.get("name").asText()).isEqualTo(name);
      assertThat(trend.get("label").asText()).isNotBlank();
      assertThat(trend.get("points").isArray()).isTrue();
    }
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsRefusedInWords(Site site) {
    assertThat(site.get("/api/monitoring?days=0").statusCode()).isEqualTo(400);
    assertThat(site.get("/api/monitoring/series?name=nothing").statusCode()).isEqualTo(400);
    assertThat(site.get("/api/monitoring/series?name=cpu&from=yesterday").statusCode())
        .isEqualTo(400);
    assertThat(
            site.get("/api/monitoring/series?name=cpu&grain=minute&from=2020-01-01T00:00:00Z")
                .statusCode())
        .as("more windows than a figure can show")
        .isEqualTo(400);
    HttpResponse<byte[]> unknown = site.post("/api/monitoring/alerts/99999/acknowledge", "");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(tree(unknown).get("detail").asText()).contains("99999");
  }
}
