package io.clairscore.service.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** How events are written out: a line each, in UTF-8. */
public enum EventFormat {
  /** A JSON object per line. */
  JSON {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(ObjectNode event) {
      return event + "\n";
    }
  },

  /** RFC 4180, without line breaks; what an audit event has besides stands in the last column. */
  CSV {
    @Override
    String head() {
      return String.join(",", COLUMNS) + "," + REST + "\r\n";
    }

    @Override
    String line(ObjectNode event) {
      ObjectNode rest = event.deepCopy();
      ObjectNode by = (ObjectNode) rest.remove("by");
      rest.put("byId", by.get("id").asText());
      rest.put("byKind", by.get("kind").asText());
      if (rest.remove("model") instanceof ObjectNode model) {
        rest.set("modelRun", model.get("run"));
        rest.set("bundleChecksum", model.get("bundleChecksum"));
        rest.set("publishedVersion", model.get("publishedVersion"));
        rest.set("catalogueHash", model.get("catalogueHash"));
      }
      String cells =
          COLUMNS.stream().map(name -> cell(rest.remove(name))).collect(Collectors.joining(","));
      return cells + "," + (rest.isEmpty() ? "" : cell(rest)) + "\r\n";
    }
  };

  private static final String REST = "entry";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "occurredAt",
          "hash",
          "kind",
          "byId",
          "byKind",
          "requestId",
          "client",
          "purpose",
          "route",
          "place",
          "modelRun",
          "bundleChecksum",
          "publishedVersion",
          "catalogueHash",
          "margin",
          "probability",
          "points",
          "decision",
          "level",
          "toReview",
          "threshold",
          "reasons",
          "application",
          "features");

  /** What stands before the events. */
  abstract String head();

  abstract String line(ObjectNode event);

  private static String cell(JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isNumber() || value.isBoolean()) {
      return value.asText();
    }
    String text = value.isTextual() ? value.asText() : value.toString();
    // A table program would run what begins like a formula.
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"").replaceAll("[\r\n]+", " ") + '"';
  }
}
