package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the newest drift report says, as far as it is understood: a figure that another version of
 * the report names otherwise is left out.
 *
 * @param key of the sentence about the report
 * @param report the report, or an empty object
 */
record DriftNote(String key, JsonNode report) {
  /** Where the figures stand in the report, by the name of their text. */
  private static final Map<String, String> FIGURES = figures();

  private static Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("created", "/provenance/created");
    figures.put("reference", "/referenceRows");
    figures.put("current", "/currentRows");
    figures.put("compared", "/verdict/compared");
    figures.put("drifted", "/verdict/drifted");
    figures.put("alarm", "/verdict/alarm");
    return figures;
  }

  static DriftNote read(Workspace workspace) {
    Path file = workspace.root().resolve("reports/drift/latest.json");
    if (!Files.exists(file)) {
      return new DriftNote("drift.none", JsonNodeFactory.instance.objectNode());
    }
    try {
      return new DriftNote("drift.some", new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      // A model that was just trained is not refused for a report about other data.
      return new DriftNote("drift.unreadable", JsonNodeFactory.instance.objectNode());
    }
  }

  /** The sentence and the report's figures. */
  Section section(DocumentTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    FIGURES.forEach(
        (name, place) -> {
          JsonNode value = report.at(place);
          if (value.isValueNode() && !value.isNull()) {
            rows.add(List.of(texts.say("drift." + name), written(value, texts)));
          }
        });
    List<String> header = List.of(texts.say("column.field"), texts.say("column.value"));
    Grid table = new Grid(texts.say("table.drift"), header, rows);
    return new Section(texts.say(key), rows.isEmpty() ? List.of() : List.of(table));
  }

  private static String written(JsonNode value, DocumentTexts texts) {
    if (value.isBoolean()) {
      return texts.say(value.asBoolean() ? "yes" : "no");
    }
    return value.isNumber() ? texts.count(value.asDouble()) : value.asText();
  }
}
