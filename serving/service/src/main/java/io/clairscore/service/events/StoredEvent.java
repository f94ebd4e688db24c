package io.clairscore.service.events;

import io.clairscore.scorer.event.PredictionEvent;

/** An event that was read. */
public sealed interface StoredEvent {

  /** Number, moment and hash. */
  EventReceipt receipt();

  /** A prediction that was answered. */
  record Prediction(EventReceipt receipt, PredictionEvent event) implements StoredEvent {}

  /** Something else that people did. */
  record Audit(EventReceipt receipt, AuditEvent event) implements StoredEvent {}
}
