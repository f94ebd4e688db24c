package io.clairscore.scorer.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The table of prediction events: what makes it, and every statement that is sent to it. */
public final class PredictionEvents {
  public static final String TABLE = "prediction_events";

  /** Adds an event; {@link PredictionEvent#bind} sets its parameters. */
  public static final String INSERT =
      "INSERT INTO prediction_events (occurred_at, sk_id_curr, model_run, catalogue_hash,"
          + " application, features, margin, probability, points, decision)"
          + " VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)";

  private PredictionEvents() {}

  /** SQL that makes the table. */
  public static String definition() {
    try (var in = PredictionEvents.class.getResourceAsStream(TABLE + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Number of events, least and greatest identifier, and number of those with other features. Its
   * parameters are the hash of the catalogue and the number of features there should be.
   */
  public static String range(Days days) {
    return "SELECT count(*), min(event_id), max(event_id), count(*) FILTER (WHERE catalogue_hash"
        + " <> ? OR cardinality(features) <> ?) FROM prediction_events WHERE "
        + days.condition();
  }

  /** Events up to an identifier: {@code event_id}, {@code client}, {@code application} as text. */
  public static String rows(Days days, long last) {
    return "SELECT event_id, sk_id_curr AS client, application::text AS application, features"
        + " FROM prediction_events WHERE "
        + days.condition()
        + " AND event_id <= "
        + last;
  }
}
