package io.clairscore.service.decision;

import io.clairscore.service.store.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Predictions so near the threshold that a person should look, and nobody has. Thread-safe. */
public final class Doubtful {
  /** A client's last word of the model, on which no person has decided since. */
  private static final String WAITING =
      """
      select p.event_id, p.occurred_at, p.sk_id_curr, p.points, p.level, p.decision
      from prediction_events p
      where p.to_review = 1 and p.sk_id_curr is not null and p.event_id < :before
        and not exists (select 1 from prediction_events later
          where later.sk_id_curr = p.sk_id_curr and later.event_id > p.event_id)
        and not exists (select 1 from audit_events a
          where a.sk_id_curr = p.sk_id_curr and a.event_id > p.event_id
            and a.kind = 'HUMAN_DECISION')
      order by p.event_id desc limit :limit""";

  private final Database database;

  public Doubtful(Database database) {
    this.database = database;
  }

  /**
   * A prediction that waits.
   *
   * @param event its number
   * @param client SK_ID_CURR
   * @param occurredAt when, ISO-8601 in UTC
   */
  public record Waiting(
      long event, long client, String occurredAt, int points, String level, String decision) {}

  /**
   * Predictions that wait, the newest first.
   *
   * @param before number that all of them are below
   */
  public List<Waiting> waiting(long before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(WAITING)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Waiting(
                            row.getLong("event_id"),
                            row.getLong("sk_id_curr"),
                            Instant.EPOCH
                                .plus(row.getLong("occurred_at"), ChronoUnit.MICROS)
                                .toString(),
                            row.getInt("points"),
                            row.getString("level"),
                            row.getString("decision")))
                .list());
  }
}
