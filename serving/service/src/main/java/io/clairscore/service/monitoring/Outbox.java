package io.clairscore.service.monitoring;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Messages about alerts, kept until they were delivered. Each is a JSON document that tells the
 * alert, in both languages too.
 */
final class Outbox {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final boolean anybodyIsTold;
  private final Map<Language, AlertWords> words = new EnumMap<>(Language.class);

  Outbox(boolean anybodyIsTold) {
    this.anybodyIsTold = anybodyIsTold;
    for (Language language : Language.values()) {
      words.put(language, new AlertWords(language));
    }
  }

  /** A message that was not delivered yet. */
  record Message(long id, String body, int attempts) {}

  /** Puts a message about what happened to an alert, if anybody is told. */
  void put(Handle handle, Alert alert, long now) {
    if (!anybodyIsTold) {
      return;
    }
    handle
        .createUpdate(
            "insert into alert_messages (message_id, alert_id, body, created_at, attempts, next_at)"
                + " values (:id, :alert, :body, :now, 0, :now)")
        .bind("id", AlertBook.next(handle, "alert_messages", "message_id"))
        .bind("alert", alert.id())
        .bind("body", body(alert))
        .bind("now", now)
        .execute();
  }

  private String body(Alert alert) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("alert", alert.id())
            .put("state", alert.closed().isPresent() ? "closed" : "open")
            .put("rule", alert.rule())
            .put("metric", alert.metric().key())
            .put("severity", alert.severity().name())
            .put("direction", alert.direction().name())
            .put("threshold", alert.threshold())
            .put("value", alert.lastValue())
            .put("opened", alert.opened().toString())
            .put("closed", alert.closed().map(Object::toString).orElse(null));
    words.forEach(
        (language, spoken) ->
            body.putObject(language.code())
                .put("sentence", spoken.sentence(alert))
                .put("remedy", spoken.remedy(alert)));
    return body.toString();
  }

  /** Messages whose turn it is, oldest first. */
  static List<Message> due(Handle handle, long now) {
    return handle
        .createQuery(
            "select message_id, body, attempts from alert_messages"
                + " where delivered_at is null and next_at <= :now order by message_id limit 20")
        .bind("now", now)
        .map((row, context) -> new Message(row.getLong(1), row.getString(2), row.getInt(3)))
        .list();
  }

  /**
   * An attempt was made.
   *
   * @param failure why it failed; empty if it did not
   * @param next when to try again
   */
  static void tried(Handle handle, Message message, Optional<String> failure, long now, long next) {
    handle
        .createUpdate(
            "update alert_messages set attempts = :attempts, failure = :failure, next_at = :next,"
                + " delivered_at = :delivered where message_id = :id")
        .bind("attempts", message.attempts() + 1)
        .bind("failure", failure.orElse(null))
        .bind("next", next)
        .bind("delivered", failure.isEmpty() ? (Long) now : null)
        .bind("id", message.id())
        .execute();
  }
}
