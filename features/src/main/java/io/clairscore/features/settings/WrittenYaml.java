package io.clairscore.features.settings;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/**
 * Reads YAML and leaves every value the text that was written: YAML itself would take 010 for 8,
 * the second of two equal keys for both, and the first of two documents for all there is.
 */
final class WrittenYaml {
  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WrittenYaml() {}

  /**
   * Mappings, lists and texts; null where nothing is written.
   *
   * @throws IOException if this is not one document of YAML, or has names twice or references
   */
  static JsonNode read(byte[] text) throws IOException {
    try (YAMLParser yaml = FACTORY.createParser(text)) {
      if (yaml.nextToken() == null) {
        return NODES.nullNode();
      }
      JsonNode document = node(yaml);
      // The first end is that of the document, the second that of the text.
      if (yaml.nextToken() != null || yaml.nextToken() != null) {
        throw new JsonParseException(yaml, "a second document follows the first");
      }
      return document;
    }
  }

  private static JsonNode node(YAMLParser yaml) throws IOException {
    if (yaml.isCurrentAlias()) {
      throw new JsonParseException(yaml, "*" + yaml.getText() + " refers to another value");
    }
    return switch (yaml.currentToken()) {
      case START_OBJECT -> mapping(yaml);
      case START_ARRAY -> list(yaml);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(yaml.getText());
    };
  }

  private static ObjectNode mapping(YAMLParser yaml) throws IOException {
    ObjectNode mapping = NODES.objectNode();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String name = yaml.currentName();
      yaml.nextToken();
      if (mapping.has(name)) {
        throw new JsonParseException(yaml, name + " is written twice");
      }
      mapping.set(name, node(yaml));
    }
    return mapping;
  }

  private static ArrayNode list(YAMLParser yaml) throws IOException {
    ArrayNode list = NODES.arrayNode();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      list.add(node(yaml));
    }
    return list;
  }
}
