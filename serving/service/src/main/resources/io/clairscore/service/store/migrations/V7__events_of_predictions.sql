-- What became of a prediction: decisions, reviews and outcomes that name it.
create index audit_events_prediction on audit_events (prediction_id, event_id);
