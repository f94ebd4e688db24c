-- Predictions near the threshold, which are few among many: people look for those nobody has decided on.
create index prediction_events_to_review on prediction_events (event_id) where to_review = 1;
