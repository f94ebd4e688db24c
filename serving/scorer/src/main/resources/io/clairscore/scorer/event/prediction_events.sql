-- One row per prediction that was served. Rows are only added, never changed: PostgreSQL 12 or later.
-- The service writes them; "clairscore drift --events jdbc:postgresql://host/database" reads them as the
-- current population, and needs no more than SELECT on this table.
CREATE TABLE prediction_events (
  event_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred_at    timestamptz NOT NULL DEFAULT now(),
  -- The client; one client may be scored any number of times.
  sk_id_curr     bigint NOT NULL,
  -- Run that trained the model, as in its bundle.
  model_run      text NOT NULL,
  -- Hash of the feature catalogue, as in the bundle: it says what each number of "features" is.
  catalogue_hash text NOT NULL,
  -- The application as it was sent: a flat object of columns of application_test; absent is missing.
  application    jsonb NOT NULL CHECK (jsonb_typeof(application) = 'object'),
  -- The vector the model saw, in the order of the catalogue; 'NaN' is missing.
  features       real[] NOT NULL,
  -- What the model said: log-odds before calibration, calibrated probability, points, decision.
  margin         real NOT NULL,
  probability    double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
  points         integer NOT NULL,
  decision       text NOT NULL CHECK (decision IN ('ACCEPTED', 'REFUSED'))
);

CREATE INDEX prediction_events_occurred_at ON prediction_events (occurred_at);
