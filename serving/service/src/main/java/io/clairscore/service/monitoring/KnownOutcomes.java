package io.clairscore.service.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.drift.meaning.OutcomeTally;
import io.clairscore.service.store.Database;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Predictions whose outcome is known. An outcome belongs to the prediction it names, or else to the
 * last prediction of its client before it; one that is told again replaces what was told before.
 */
final class KnownOutcomes {
  private static final String CURSOR = "outcomes";
  private static final int BATCH = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  KnownOutcomes(Database database) {
    this.database = database;
  }

  /** An outcome as it was told. */
  private record Told(long id, Long client, Long prediction, int outcome) {}

  /** Joins the outcomes that came since the last time, and returns how many there were. */
  int join() {
    int all = 0;
    int some;
    do {
      some = joinSome();
      all += some;
    } while (some == BATCH);
    return all;
  }

  private int joinSome() {
    long cursor = database.read(handle -> Cursors.of(handle, CURSOR));
    List<Told> told = database.read(handle -> told(handle, cursor));
    if (!told.isEmpty()) {
      database.change(
          handle -> {
            if (Cursors.move(handle, CURSOR, cursor, told.get(told.size() - 1).id())) {
              told.forEach(one -> keep(handle, one));
            }
          });
    }
    return told.size();
  }

  private static List<Told> told(Handle handle, long after) {
    return handle
        .createQuery(
            "select event_id, sk_id_curr, prediction_id, payload from audit_events"
                + " where kind = 'OUTCOME' and event_id > :after order by event_id limit :most")
        .bind("after", after)
        .bind("most", BATCH)
        .map(
            (row, context) ->
                new Told(
                    row.getLong(1),
                    number(row.getString(2)),
                    number(row.getString(3)),
                    outcome(row.getString(4))))
        .list();
  }

  private static Long number(String cell) {
    return cell == null ? null : Long.valueOf(cell);
  }

  private static int outcome(String payload) {
    try {
      JsonNode outcome = JSON.readTree(payload).path("outcome");
      return outcome.asInt() == 1 ? 1 : 0;
    } catch (IOException e) {
      // Its words quote the payload, which is about a person.
      throw new IllegalStateException("an outcome that is no JSON");
    }
  }

  private static void keep(Handle handle, Told told) {
    prediction(handle, told)
        .ifPresent(
            prediction -> {
              handle
                  .createUpdate("delete from known_outcomes where prediction_id = :id")
                  .bind("id", prediction)
                  .execute();
              handle
                  .createUpdate(
                      "insert into known_outcomes (prediction_id, predicted_at, model_run, points,"
                          + " probability, refused, outcome) select event_id, occurred_at / 1000,"
                          + " model_run, points, probability,"
                          + " case when decision = 'REFUSED' then 1 else 0 end, :outcome"
                          + " from prediction_events where event_id = :id")
                  .bind("id", prediction)
                  .bind("outcome", told.outcome())
                  .execute();
            });
  }

  private static Optional<Long> prediction(Handle handle, Told told) {
    if (told.prediction() != null) {
      return Optional.of(told.prediction());
    }
    return handle
        .createQuery(
            "select max(event_id) from prediction_events"
                + " where sk_id_curr = :client and event_id < :told")
        .bind("client", told.client())
        .bind("told", told.id())
        .map((row, context) -> Optional.ofNullable(number(row.getString(1))))
        .one();
  }

  /** Removes outcomes of predictions that were made before a moment. */
  static void forget(Handle handle, long before) {
    handle
        .createUpdate("delete from known_outcomes where predicted_at < :before")
        .bind("before", before)
        .execute();
  }

  /** Outcomes of the predictions of a model in a span of time. */
  OutcomeTally between(String run, long from, long until) {
    return byWindow(run, from, until, Long.MAX_VALUE).values().stream()
        .reduce(OutcomeTally.EMPTY, OutcomeTally::plus);
  }

  /**
   * The same by window in which the prediction was made.
   *
   * @param width of the windows
   * @return by beginning of the window, ascending
   */
  SortedMap<Long, OutcomeTally> byWindow(String run, long from, long until, long width) {
    SortedMap<Long, OutcomeTally> windows = new TreeMap<>();
    for (Cell cell : database.read(handle -> cells(handle, run, from, until, width))) {
      windows.merge(cell.window() * width, cell.tally(), OutcomeTally::plus);
    }
    return windows;
  }

  /** Predictions of one window, score and decision. Their outcomes leave nothing to chance. */
  private record Cell(long window, int points, boolean refused, long clients, long defaults) {
    OutcomeTally tally() {
      OutcomeTally.Side side = new OutcomeTally.Side(clients, defaults, 0);
      OutcomeTally.Side none = new OutcomeTally.Side(0, 0, 0);
      return new OutcomeTally(
          refused ? none : side,
          refused ? side : none,
          new TreeMap<>(Map.of(points, new OutcomeTally.Cell(clients, defaults))));
    }
  }

  private static List<Cell> cells(Handle handle, String run, long from, long until, long width) {
    return handle
        .createQuery(
            "select predicted_at / :width, points, refused, count(*), sum(outcome)"
                + " from known_outcomes where model_run = :run and predicted_at >= :from"
                + " and predicted_at < :until group by 1, 2, 3 order by 1, 2, 3")
        .bind("width", width)
        .bind("run", run)
        .bind("from", from)
        .bind("until", until)
        .map(
            (row, context) ->
                new Cell(
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3) == 1,
                    row.getLong(4),
                    row.getLong(5)))
        .list();
  }
}
