package io.clairscore.service.events;

import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.EventText;
import java.util.Objects;

/**
 * Somebody did something that must be answered for.
 *
 * @param by who
 * @param requestId identifier of the request, as in its answer and in the logs; of a command, its
 *     name
 * @param entry what
 */
public record AuditEvent(Actor by, String requestId, AuditEntry entry) {
  public AuditEvent {
    Objects.requireNonNull(by, "by");
    requestId = EventText.clean(requestId, "requestId");
    Objects.requireNonNull(entry, "entry");
  }

  /** What kind of entry it is. */
  public AuditKind kind() {
    return AuditKind.of(entry);
  }

  /** Its row. */
  EventRow row() {
    return new EventRow(
        AuditEvents.TABLE,
        new Object[] {
          by.id(),
          by.kind(),
          requestId,
          AuditKind.of(entry).name(),
          entry.client(),
          entry.prediction(),
          EventText.clean(AuditKind.write(entry), "payload")
        });
  }

  /**
   * The event of a row's cells.
   *
   * @throws IllegalArgumentException if they are of none
   */
  static AuditEvent of(Object[] cells) {
    return new AuditEvent(
        new Actor((String) cells[0], (String) cells[1]),
        (String) cells[2],
        AuditKind.valueOf((String) cells[3]).read((String) cells[6]));
  }
}
