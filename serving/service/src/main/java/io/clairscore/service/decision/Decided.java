package io.clairscore.service.decision;

import io.clairscore.scorer.Score;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.service.events.EventReceipt;
import java.util.OptionalLong;

/**
 * A prediction that was kept, and may therefore be told.
 *
 * @param client SK_ID_CURR; none for an applicant who has no number yet
 * @param score what the model says
 * @param threshold margin from which on it refuses
 * @param thresholdPoints the same in points
 * @param modelRun run that trained the model
 * @param version published version it was served from
 * @param event number of the event that keeps it
 * @param occurredAt when, ISO-8601 in UTC
 */
public record Decided(
    OptionalLong client,
    Score score,
    double threshold,
    int thresholdPoints,
    String modelRun,
    String version,
    long event,
    String occurredAt) {

  static Decided of(PredictionEvent prediction, int thresholdPoints, EventReceipt receipt) {
    return new Decided(
        prediction.client(),
        prediction.score(),
        prediction.threshold(),
        thresholdPoints,
        prediction.model().run(),
        prediction.model().publishedVersion(),
        receipt.number(),
        receipt.occurredAt().toString());
  }
}
