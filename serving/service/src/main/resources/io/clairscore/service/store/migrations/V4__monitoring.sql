-- Which versions answered, in their order: a rollback goes back in it.
create table served_versions (
  change_id  ${number} not null primary key,
  -- Milliseconds since 1970 in UTC, as every moment of this file.
  changed_at bigint not null,
  version    text not null,
  model_run  text not null,
  -- START, SWAP, USE, ROLLBACK.
  step       text not null
);

-- What happened in a minute, an hour or a day: a JSON document of sums, so that windows add up.
create table monitoring_windows (
  -- SERVICE, PREDICTIONS: what the document is.
  series    text not null,
  -- MINUTE, HOUR, DAY.
  grain     text not null,
  starts_at bigint not null,
  -- Run that trained the model; empty where no model is meant.
  model_run text not null,
  document  text not null,
  primary key (series, grain, starts_at, model_run)
);

-- Up to which event the windows know the events.
create table monitoring_cursors (
  name     text not null primary key,
  event_id bigint not null
);

-- Predictions whose outcome is known: the last that was told.
create table known_outcomes (
  prediction_id ${number} not null primary key,
  predicted_at  bigint not null,
  model_run     text not null,
  points        integer not null,
  probability   double precision not null,
  refused       integer not null,
  -- 1 if the client had difficulties paying, else 0.
  outcome       integer not null
);

create index known_outcomes_model on known_outcomes (model_run, predicted_at);

-- When a rule held for long enough, and until when.
create table alerts (
  alert_id        ${number} not null primary key,
  rule            text not null,
  metric          text not null,
  severity        text not null,
  direction       text not null,
  threshold       double precision not null,
  opened_at       bigint not null,
  -- When it opened, and when it was looked at last.
  opened_value    double precision not null,
  last_value      double precision not null,
  closed_at       bigint,
  acknowledged_at bigint,
  acknowledged_by text
);

create index alerts_opened on alerts (opened_at);

-- What the webhook is to be told, until it was.
create table alert_messages (
  message_id   ${number} not null primary key,
  alert_id     bigint not null,
  body         text not null,
  created_at   bigint not null,
  attempts     integer not null,
  next_at      bigint not null,
  delivered_at bigint,
  -- Why the last attempt failed.
  failure      text
);

create index alert_messages_open on alert_messages (delivered_at, next_at);
