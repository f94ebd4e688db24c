package io.clairscore.service.events;

import static java.util.stream.Collectors.joining;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.EventTable;
import io.clairscore.scorer.event.PredictionEvents;
import io.clairscore.service.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/**
 * What was recorded, the newest first, in pages: the next page is asked for with the number of the
 * last event of the one before.
 */
public final class EventHistory {
  /** Before which number the first page ends. */
  public static final long NEWEST = Long.MAX_VALUE;

  private static final int MOST = 1000;

  private final Database database;

  public EventHistory(Database database) {
    this.database = database;
  }

  /**
   * The prediction of a number.
   *
   * @throws Refusal with DATA if its row is none that this program wrote
   */
  public Optional<StoredEvent.Prediction> prediction(long number) {
    return rows(
            PredictionEvents.TABLE, "event_id = :number", 1, query -> query.bind("number", number))
        .map(StoredEvent.Prediction.class::cast)
        .findFirst();
  }

  /** The newest prediction for a client. */
  public Optional<StoredEvent.Prediction> latestPrediction(long client) {
    return predictions(EventFilter.client(client), NEWEST, 1).stream().findFirst();
  }

  /**
   * Predictions, the newest first.
   *
   * @param filter client and principal are looked at
   * @param before number that all of them are below
   * @param limit most that are given, up to 1,000
   */
  public List<StoredEvent.Prediction> predictions(EventFilter filter, long before, int limit) {
    return rows(
            PredictionEvents.TABLE,
            "event_id < :before" + people(filter),
            limit,
            query -> bind(query, filter).bind("before", before))
        .map(StoredEvent.Prediction.class::cast)
        .toList();
  }

  /** Audit events, the newest first, as {@link #predictions}. */
  public List<StoredEvent.Audit> audit(EventFilter filter, long before, int limit) {
    String kinds =
        filter.kinds().isEmpty()
            ? ""
            : filter.kinds().stream()
                .map(kind -> "'" + kind.name() + "'")
                .sorted()
                .collect(joining(", ", " and kind in (", ")"));
    String prediction = filter.prediction().isPresent() ? " and prediction_id = :prediction" : "";
    return rows(
            AuditEvents.TABLE,
            "event_id < :before" + people(filter) + prediction + kinds,
            limit,
            query -> {
              filter.prediction().ifPresent(number -> query.bind("prediction", number));
              return bind(query, filter).bind("before", before);
            })
        .map(StoredEvent.Audit.class::cast)
        .toList();
  }

  /** Everything about a client, the newest first: predictions, decisions, outcomes, who read it. */
  public List<StoredEvent> client(long client, long before, int limit) {
    EventFilter filter = EventFilter.client(client);
    List<StoredEvent> both = new ArrayList<>(predictions(filter, before, limit));
    both.addAll(audit(filter, before, limit));
    both.sort(Comparator.comparingLong((StoredEvent event) -> event.receipt().number()).reversed());
    return List.copyOf(both.subList(0, Math.min(limit, both.size())));
  }

  private static String people(EventFilter filter) {
    return (filter.client().isPresent() ? " and sk_id_curr = :client" : "")
        + (filter.principal().isPresent() ? " and principal_id = :principal" : "");
  }

  private static Query bind(Query query, EventFilter filter) {
    filter.client().ifPresent(client -> query.bind("client", client));
    filter.principal().ifPresent(principal -> query.bind("principal", principal));
    return query;
  }

  private Stream<StoredEvent> rows(
      EventTable table, String condition, int limit, UnaryOperator<Query> binding) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page of " + limit);
    }
    String sql = table.select() + " where " + condition + " order by event_id desc limit " + limit;
    List<StoredRow> rows =
        database.read(
            handle ->
                binding
                    .apply(handle.createQuery(sql))
                    .map((row, context) -> StoredRow.read(table, row))
                    .list());
    return rows.stream().map(StoredRow::event);
  }
}
