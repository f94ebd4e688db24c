package io.clairscore.service.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.service.events.StoredEvent;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.MayBeNull;

/**
 * Something that was recorded about a client.
 *
 * @param event its number
 * @param occurredAt when, ISO-8601 in UTC
 * @param kind PREDICTION, or a kind of the audit trail
 * @param by account or token that did it
 * @param byKind what it identifies
 * @param requestId the request in which it was done
 * @param prediction what was predicted; absent of other kinds
 * @param entry what was done; absent of a prediction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
    long event,
    String occurredAt,
    String kind,
    String by,
    String byKind,
    String requestId,
    @MayBeNull Predicted prediction,
    @MayBeNull JsonNode entry) {

  /**
   * A prediction.
   *
   * @param purpose what for
   * @param operation what was asked
   * @param threshold margin from which on the model refused
   * @param reasons features that weighed most, and their points
   */
  public record Predicted(
      String purpose,
      String operation,
      Score score,
      double threshold,
      String modelRun,
      String version,
      JsonNode reasons) {}

  static HistoryEntry of(StoredEvent stored) {
    return stored instanceof StoredEvent.Prediction prediction
        ? of(prediction)
        : of((StoredEvent.Audit) stored);
  }

  private static HistoryEntry of(StoredEvent.Prediction stored) {
    PredictionEvent event = stored.event();
    return new HistoryEntry(
        stored.receipt().number(),
        stored.receipt().occurredAt().toString(),
        "PREDICTION",
        event.inquiry().by().id(),
        event.inquiry().by().kind(),
        event.inquiry().requestId(),
        new Predicted(
            event.inquiry().purpose(),
            event.inquiry().route(),
            event.score(),
            event.threshold(),
            event.model().run(),
            event.model().publishedVersion(),
            Json.read(("{\"of\":" + event.reasons() + "}").getBytes(), JsonNode.class).get("of")),
        null);
  }

  private static HistoryEntry of(StoredEvent.Audit stored) {
    return new HistoryEntry(
        stored.receipt().number(),
        stored.receipt().occurredAt().toString(),
        stored.event().kind().name(),
        stored.event().by().id(),
        stored.event().by().kind(),
        stored.event().requestId(),
        null,
        Json.MAPPER.valueToTree(stored.event().entry()));
  }
}
