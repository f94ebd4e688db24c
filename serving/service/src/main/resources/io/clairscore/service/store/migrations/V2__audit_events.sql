-- Everything else that must be answered for: who read a client's file, who logged in, what people decided.
create table audit_events (
  event_id       ${number} not null primary key,
  occurred_at    bigint not null,
  principal_id   text not null,
  principal_kind text not null,
  request_id     text not null,
  -- FILE_READ, DECISION, OUTCOME, ...: what the payload is.
  kind           text not null,
  sk_id_curr     bigint,
  -- The prediction this is about.
  prediction_id  bigint,
  -- A JSON object.
  payload        text not null,
  hash           bytea not null
);

create index audit_events_client on audit_events (sk_id_curr, event_id);
create index audit_events_principal on audit_events (principal_id, event_id);
create index audit_events_kind on audit_events (kind, event_id);

-- The end of the chain, and where it begins since older rows were removed.
create table event_chain (
  chain         integer not null primary key,
  first_number  bigint not null,
  anchor        bytea not null,
  last_number   bigint not null,
  last_time     bigint not null,
  last_hash     bytea not null
);
