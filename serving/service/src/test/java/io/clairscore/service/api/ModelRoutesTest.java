package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.schema.Application;
import io.clairscore.scorer.Level;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class ModelRoutesTest {

  @Test
  void theModelTellsWhatItIsAndEachOfItsPagesByteForByte(Site site) {
    JsonNode model = good(site.get("/api/model"));
    assertThat(model.get("run").asText()).isEqualTo("run-1");
    assertThat(model.get("levels")).hasSize(Level.values().length);
    assertThat(model.at("/levels/2/refused").asBoolean()).isTrue();
    assertThat(model.at("/levels/3/refused").asBoolean()).isFalse();
    assertThat(model.at("/levels/2/leastProbability").asDouble())
        .isEqualTo(site.model().manifest().threshold().probability(), within());
    List<String> parts = site.model().files().modelParts();
    assertThat(parts).isNotEmpty();
    for (String part : parts) {
      assertThat(site.get("/api/model/" + part).body())
          .isEqualTo(site.model().files().model(part).orElseThrow());
    }
    assertThat(site.get("/api/model/nothing").statusCode()).isEqualTo(404);
    assertThat(site.get("/api/model/..%2Fmanifest").statusCode()).isIn(400, 404);
    assertThat(site.get("/api/model/documents/nothing.html").statusCode()).isEqualTo(404);
    assertThat(site.get("/api/model/documents/figures/nothing.svg").statusCode()).isEqualTo(404);
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  @Test
  void formsLearnEveryColumnAndWhichOfThemCanBeTried(Site site) {
    JsonNode dictionary = good(site.get("/api/features"));
    List<String> read = new ArrayList<>();
    dictionary.get("features").forEach(feature -> read.add(feature.get("name").asText()));
    assertThat(read).isEqualTo(site.model().manifest().features());
    JsonNode columns = dictionary.at("/tables/0/columns");
    assertThat(columns).hasSize(Application.SCHEMA.width());
    int simulable = 0;
    for (JsonNode column : columns) {
      boolean can = column.get("simulable").asBoolean();
      simulable += can ? 1 : 0;
      assertThat(can && !column.get("use").asText().equals("decides")).isFalse();
      assertThat(column.at("/label/fr").asText()).isNotBlank();
    }
    assertThat(simulable).isPositive();
  }
}
