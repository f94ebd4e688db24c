package io.clairscore.service.decision;

import io.clairscore.scorer.event.Inquiry;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventReceipt;
import io.clairscore.service.model.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Predicts, keeps, and only then tells: a future of this class is completed when its prediction is
 * on disk, and fails with a Refusal of kind FAILED if it is not known to be. Thread-safe.
 */
public final class Decisions {
  private final EventLog log;
  private volatile Predictions last;

  public Decisions(EventLog log) {
    this.log = log;
  }

  /** Scores a published client by its record. */
  public CompletableFuture<Decided> score(
      ServedModel model, ScoringRecord client, Inquiry inquiry) {
    return keep(model, predictions(model).of(client, inquiry));
  }

  /** Keeps what was said of one dossier. */
  public CompletableFuture<Decided> keep(
      ServedModel model, Assessment assessment, Inquiry inquiry) {
    return keep(
        model,
        predictions(model)
            .of(assessment.dossier(), assessment.explanation(), inquiry, OptionalInt.empty()));
  }

  /** Keeps what was said of the dossiers of one request: of all of them, or of none. */
  public CompletableFuture<List<Decided>> keepAll(
      ServedModel model, List<Assessment> assessments, Inquiry inquiry) {
    if (assessments.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    List<PredictionEvent> events =
        assessments.stream()
            .map(
                one ->
                    predictions(model)
                        .of(one.dossier(), one.explanation(), inquiry, OptionalInt.of(one.place())))
            .toList();
    int points = thresholdPoints(model);
    return log.appendAll(events).thenApply(receipts -> decided(events, points, receipts));
  }

  private CompletableFuture<Decided> keep(ServedModel model, PredictionEvent event) {
    int points = thresholdPoints(model);
    return log.append(event).thenApply(receipt -> Decided.of(event, points, receipt));
  }

  private static List<Decided> decided(
      List<PredictionEvent> events, int points, List<EventReceipt> receipts) {
    List<Decided> all = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      all.add(Decided.of(events.get(i), points, receipts.get(i)));
    }
    return all;
  }

  private static int thresholdPoints(ServedModel model) {
    return model.manifest().points().of(model.manifest().threshold().margin());
  }

  /** What is prepared for a model is kept as long as it is the one that is asked. */
  private Predictions predictions(ServedModel model) {
    Predictions prepared = last;
    if (prepared == null || prepared.model() != model) {
      prepared = new Predictions(model);
      last = prepared;
    }
    return prepared;
  }
}
