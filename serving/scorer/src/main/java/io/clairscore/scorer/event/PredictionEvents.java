package io.clairscore.scorer.event;

import static io.clairscore.scorer.event.EventColumn.Type.BYTES;
import static io.clairscore.scorer.event.EventColumn.Type.REAL;
import static io.clairscore.scorer.event.EventColumn.Type.TEXT;
import static io.clairscore.scorer.event.EventColumn.Type.WHOLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of prediction events: its columns, what makes it, and what the drift job asks it. */
public final class PredictionEvents {
  public static final EventTable TABLE =
      new EventTable(
          "prediction_events",
          List.of(
              EventColumn.of("principal_id", TEXT),
              EventColumn.of("principal_kind", TEXT),
              EventColumn.of("purpose", TEXT),
              EventColumn.of("route", TEXT),
              EventColumn.of("request_id", TEXT),
              EventColumn.optional("batch_index", WHOLE),
              EventColumn.optional("sk_id_curr", WHOLE),
              EventColumn.of("model_run", TEXT),
              EventColumn.of("bundle_checksum", TEXT),
              EventColumn.of("published_version", TEXT),
              EventColumn.of("catalogue_hash", TEXT),
              EventColumn.of("application", BYTES),
              EventColumn.of("features", BYTES),
              EventColumn.of("margin", REAL),
              EventColumn.of("probability", REAL),
              EventColumn.of("points", WHOLE),
              EventColumn.of("decision", TEXT),
              EventColumn.of("level", TEXT),
              EventColumn.of("to_review", WHOLE),
              EventColumn.of("threshold", REAL),
              EventColumn.of("reasons", TEXT)));

  private PredictionEvents() {}

  /**
   * SQL that makes the table.
   *
   * @param number type of the number of an event: {@code bigint} on PostgreSQL, {@code integer} on
   *     SQLite
   */
  public static String definition(String number) {
    try (var in = PredictionEvents.class.getResourceAsStream("V1__prediction_events.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${number}", number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A row per model, in the order in which they served: run, hash of the catalogue, bytes of a
   * vector, number of events, least and greatest number of them.
   */
  public static String models(EventChoice events) {
    return "select model_run, catalogue_hash, length(features), count(*), min(event_id),"
        + " max(event_id) from prediction_events where "
        + events.condition()
        + " group by model_run, catalogue_hash, length(features) order by min(event_id)";
  }

  /** Events up to a number: {@code event_id}, {@code client}, {@code application}, features. */
  public static String rows(EventChoice events, long last) {
    return "select event_id, sk_id_curr as client, application, features from prediction_events"
        + " where "
        + events.condition()
        + " and event_id <= "
        + last;
  }
}
