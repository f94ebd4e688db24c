-- What the service keeps for ever, or as long as its settings say: rows are only added, never changed. The same
-- statements run on SQLite and PostgreSQL. Each row carries the SHA-256 over the row before it and its own columns
-- (decision 39), numbers run from 1 without a gap over both tables.

-- Predictions that were answered.
create table prediction_events (
  event_id          ${number} not null primary key,
  -- Microseconds since 1970 in UTC; never earlier than the row before.
  occurred_at       bigint not null,
  -- Who asked: identifier and kind (ACCOUNT, TOKEN, ...), what for, by which route, in which request.
  principal_id      text not null,
  principal_kind    text not null,
  purpose           text not null,
  route             text not null,
  request_id        text not null,
  -- Place within a request for many, from 0; null in a request for one.
  batch_index       integer,
  -- The client (SK_ID_CURR); null for a new applicant. One client may be scored any number of times.
  sk_id_curr        bigint,
  -- Run that trained the model, checksum of its bundle, the published version it was served from.
  model_run         text not null,
  bundle_checksum   text not null,
  published_version text not null,
  -- Hash of the feature catalogue of the bundle.
  catalogue_hash    text not null,
  -- The application as it was scored: a flat JSON object of columns of application_test in UTF-8, deflated (zlib);
  -- an absent column is missing.
  application       bytea not null,
  -- The vector the model saw, in the order of the bundle's list of features: 32-bit floats, little-endian; NaN is
  -- missing.
  features          bytea not null,
  -- What the model said: log-odds before calibration, calibrated probability, points, decision, level.
  margin            double precision not null,
  probability       double precision not null,
  points            integer not null,
  decision          text not null,
  level             text not null,
  -- 1 if the score is so near the threshold that a person should look, else 0.
  to_review         integer not null,
  -- Margin from which on the model refuses.
  threshold         double precision not null,
  -- What weighed most, as JSON.
  reasons           text not null,
  hash              bytea not null
);

create index prediction_events_occurred_at on prediction_events (occurred_at);
create index prediction_events_client on prediction_events (sk_id_curr, event_id);
