package io.clairscore.service.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dictionary.Dictionary;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.service.http.Json;
import io.clairscore.service.model.ServedModel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What forms and tables need of the dictionary: of the tables each column with its labels, unit,
 * range and values, of the application also whether it can be tried otherwise, and the features the
 * served model reads, in their order.
 */
public final class Forms {
  private static final String NAME = "name";

  private Forms() {}

  /** The document of a model, as the dictionary writes it, with {@code simulable} added. */
  public static ObjectNode of(ServedModel model, Predicate<Column> changeable) {
    ObjectNode document = dictionary();
    document.put("version", model.name());
    for (JsonNode table : document.get("tables")) {
      if (table.get(NAME).asText().equals(Application.SCHEMA.name())) {
        for (JsonNode column : table.get("columns")) {
          Column known = Application.SCHEMA.column(column.get(NAME).asText()).orElseThrow();
          ((ObjectNode) column).put("simulable", changeable.test(known));
        }
      }
    }
    Set<String> read = new HashSet<>(model.manifest().features());
    ArrayNode features = Json.MAPPER.createArrayNode();
    for (JsonNode feature : document.get("features")) {
      if (read.contains(feature.get(NAME).asText())) {
        ((ObjectNode) feature).put("index", features.size());
        features.add(feature);
      }
    }
    document.set("features", features);
    return document;
  }

  private static ObjectNode dictionary() {
    try {
      return (ObjectNode) Json.MAPPER.readTree(Dictionary.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The dictionary is JSON", e);
    }
  }
}
