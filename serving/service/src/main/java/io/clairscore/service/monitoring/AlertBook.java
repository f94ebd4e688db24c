package io.clairscore.service.monitoring;

import io.clairscore.service.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The alerts in the store. */
final class AlertBook {
  private static final String COLUMNS =
      "select alert_id, rule, metric, severity, direction, threshold, opened_at, opened_value,"
          + " last_value, closed_at, acknowledged_at, acknowledged_by from alerts";

  private final Database database;
  private final Outbox outbox;

  /**
   * @param outbox what is told to others, in the transaction of what happened
   */
  AlertBook(Database database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** Opens an alert. */
  Alert open(Rule rule, long now, double value) {
    return database.write(
        handle -> {
          long id = next(handle, "alerts", "alert_id");
          handle
              .createUpdate(
                  "insert into alerts (alert_id, rule, metric, severity, direction, threshold,"
                      + " opened_at, opened_value, last_value) values (:id, :rule, :metric,"
                      + " :severity, :direction, :threshold, :now, :value, :value)")
              .bind("id", id)
              .bind("rule", rule.name())
              .bind("metric", rule.metric())
              .bind("severity", rule.severity().name())
              .bind("direction", rule.direction().name())
              .bind("threshold", rule.threshold())
              .bind("now", now)
              .bind("value", value)
              .execute();
          Alert alert = one(handle, id).orElseThrow();
          outbox.put(handle, alert, now);
          return alert;
        });
  }

  /** Notes the present value of a rule's open alert. */
  void look(Rule rule, double value) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    "update alerts set last_value = :value"
                        + " where rule = :rule and closed_at is null")
                .bind("value", value)
                .bind("rule", rule.name())
                .execute());
  }

  /** Closes a rule's open alert, if there is one. */
  void close(String rule, long now) {
    database.change(
        handle -> {
          Optional<Alert> open =
              handle
                  .createQuery(COLUMNS + " where rule = :rule and closed_at is null")
                  .bind("rule", rule)
                  .map((row, context) -> alert(row))
                  .findFirst();
          open.ifPresent(
              alert -> {
                handle
                    .createUpdate("update alerts set closed_at = :now where alert_id = :id")
                    .bind("now", now)
                    .bind("id", alert.id())
                    .execute();
                outbox.put(handle, one(handle, alert.id()).orElseThrow(), now);
              });
        });
  }

  /**
   * A person has seen an alert. The first who says so is kept.
   *
   * @param record is made with the change, or not at all
   * @return the alert, if there is one of this number
   */
  Optional<Alert> acknowledge(long id, String who, long now, Consumer<Handle> record) {
    return database.write(
        handle -> {
          Optional<Alert> alert = one(handle, id);
          if (alert.isEmpty() || alert.get().acknowledged().isPresent()) {
            return alert;
          }
          handle
              .createUpdate(
                  "update alerts set acknowledged_at = :now, acknowledged_by = :who"
                      + " where alert_id = :id")
              .bind("now", now)
              .bind("who", who)
              .bind("id", id)
              .execute();
          record.accept(handle);
          return one(handle, id);
        });
  }

  List<Alert> open() {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + " where closed_at is null order by alert_id desc")
                .map((row, context) -> alert(row))
                .list());
  }

  /** The newest alerts, open or not. */
  List<Alert> newest(int most) {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + " order by alert_id desc limit :most")
                .bind("most", most)
                .map((row, context) -> alert(row))
                .list());
  }

  /** Removes alerts that were closed before a moment and of which everybody was told. */
  static void forget(Handle handle, long before) {
    handle
        .createUpdate("delete from alert_messages where delivered_at < :before")
        .bind("before", before)
        .execute();
    handle
        .createUpdate(
            "delete from alerts where closed_at < :before and not exists"
                + " (select 1 from alert_messages where alert_messages.alert_id = alerts.alert_id)")
        .bind("before", before)
        .execute();
  }

  static long next(Handle handle, String table, String id) {
    return handle
        .createQuery("select coalesce(max(%s), 0) + 1 from %s".formatted(id, table))
        .mapTo(Long.class)
        .one();
  }

  private static Optional<Alert> one(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + " where alert_id = :id")
        .bind("id", id)
        .map((row, context) -> alert(row))
        .findOne();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getLong(1),
        row.getString(2),
        Metric.of(row.getString(3)).orElseThrow(),
        Rule.Severity.valueOf(row.getString(4)),
        Rule.Direction.valueOf(row.getString(5)),
        row.getDouble(6),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getDouble(8),
        row.getDouble(9),
        moment(row, 10),
        moment(row, 11),
        Optional.ofNullable(row.getString(12)));
  }

  private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
