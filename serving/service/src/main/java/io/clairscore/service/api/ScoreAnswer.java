package io.clairscore.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.scorer.Score;
import io.clairscore.service.decision.Decided;
import io.clairscore.service.http.MayBeNull;

/**
 * A decision of the model, on disk.
 *
 * @param client SK_ID_CURR; absent for an applicant who has no number yet
 * @param score what the model says
 * @param threshold margin from which on it refuses
 * @param thresholdPoints the same in points
 * @param modelRun run that trained the model
 * @param version published version it was served from
 * @param event number of the event that keeps it
 * @param occurredAt when, ISO-8601 in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreAnswer(
    @MayBeNull Long client,
    Score score,
    double threshold,
    int thresholdPoints,
    String modelRun,
    String version,
    long event,
    String occurredAt) {

  static ScoreAnswer of(Decided decided) {
    return new ScoreAnswer(
        decided.client().isPresent() ? decided.client().getAsLong() : null,
        decided.score(),
        decided.threshold(),
        decided.thresholdPoints(),
        decided.modelRun(),
        decided.version(),
        decided.event(),
        decided.occurredAt());
  }
}
