package io.clairscore.service.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.PackedJson;
import io.clairscore.scorer.event.PackedVector;
import io.clairscore.scorer.event.PredictionEvent;
import java.io.IOException;

/** Events as JSON, with everything that was recorded. */
public final class EventJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventJson() {}

  /**
   * An event.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if it cannot be read
   */
  public static ObjectNode of(StoredEvent event) {
    try {
      return event instanceof StoredEvent.Audit audit
          ? audit(audit)
          : prediction((StoredEvent.Prediction) event);
    } catch (IOException | IllegalArgumentException e) {
      throw EventsErrors.unreadable(event.receipt().number(), e);
    }
  }

  private static ObjectNode prediction(StoredEvent.Prediction stored) throws IOException {
    PredictionEvent event = stored.event();
    ObjectNode json =
        begun(stored, "PREDICTION", event.inquiry().by(), event.inquiry().requestId());
    json.put("purpose", event.inquiry().purpose());
    json.put("route", event.inquiry().route());
    event.place().ifPresent(place -> json.put("place", place));
    event.client().ifPresent(client -> json.put("client", client));
    ObjectNode model = json.putObject("model");
    model.put("run", event.model().run());
    model.put("bundleChecksum", event.model().bundleChecksum());
    model.put("publishedVersion", event.model().publishedVersion());
    model.put("catalogueHash", event.model().catalogueHash());
    json.put("margin", event.score().margin());
    json.put("probability", event.score().probability());
    json.put("points", event.score().points());
    json.put("decision", event.score().decision().name());
    json.put("level", event.score().level().name());
    json.put("toReview", event.score().toReview());
    json.put("threshold", event.threshold());
    json.set("reasons", JSON.readTree(event.reasons()));
    json.set("application", JSON.readTree(PackedJson.unpack(event.application())));
    json.set("features", features(event));
    return json;
  }

  /** The vector, where null is missing: JSON has no NaN. */
  private static ArrayNode features(PredictionEvent event) {
    ArrayNode features = JSON.createArrayNode();
    for (float value : PackedVector.unpack(event.features())) {
      if (Float.isFinite(value)) {
        features.add(value);
      } else {
        features.addNull();
      }
    }
    return features;
  }

  private static ObjectNode audit(StoredEvent.Audit stored) throws IOException {
    AuditEvent event = stored.event();
    ObjectNode json =
        begun(stored, AuditKind.of(event.entry()).name(), event.by(), event.requestId());
    JsonNode entry = JSON.readTree(AuditKind.write(event.entry()));
    json.setAll((ObjectNode) entry);
    return json;
  }

  private static ObjectNode begun(StoredEvent stored, String kind, Actor by, String requestId) {
    ObjectNode json = JSON.createObjectNode();
    json.put("number", stored.receipt().number());
    json.put("occurredAt", stored.receipt().occurredAt().toString());
    json.put("hash", stored.receipt().hash());
    json.put("kind", kind);
    ObjectNode person = json.putObject("by");
    person.put("id", by.id());
    person.put("kind", by.kind());
    json.put("requestId", requestId);
    return json;
  }
}
