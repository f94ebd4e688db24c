package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the newest drift report says. Its single values are repeated as they are, whatever their
 * names: the report itself is the place to read more.
 *
 * @param key of the sentence about it
 * @param values name and value of each
 */
record DriftNote(String key, List<List<String>> values) {

  static DriftNote read(Workspace workspace) {
    Path file = workspace.root().resolve("reports/drift/latest.json");
    if (!Files.exists(file)) {
      return new DriftNote("drift.none", List.of());
    }
    List<List<String>> values = new ArrayList<>();
    try {
      new ObjectMapper()
          .readTree(file.toFile())
          .fields()
          .forEachRemaining(
              field -> {
                JsonNode value = field.getValue();
                if (value.isValueNode() && !value.isNull()) {
                  values.add(List.of(field.getKey(), value.asText()));
                }
              });
      return new DriftNote("drift.some", values);
    } catch (IOException e) {
      // A model that was just trained is not refused for a report about other data.
      return new DriftNote("drift.unreadable", List.of());
    }
  }

  String sentence(DocumentTexts texts) {
    return texts.say(key);
  }

  /** The sentence and the report's values. */
  String section(DocumentTexts texts) {
    return values.isEmpty() ? sentence(texts) : sentence(texts) + "\n\n" + grid(texts).markdown();
  }

  private Grid grid(DocumentTexts texts) {
    return new Grid(
        texts.say("table.drift"),
        List.of(texts.say("column.field"), texts.say("column.value")),
        values);
  }
}
