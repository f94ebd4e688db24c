package io.clairscore.service.events;

import static io.clairscore.scorer.event.EventColumn.Type.TEXT;
import static io.clairscore.scorer.event.EventColumn.Type.WHOLE;

import io.clairscore.scorer.event.EventColumn;
import io.clairscore.scorer.event.EventTable;
import java.util.List;

/** The table of everything but predictions that must be answered for. */
final class AuditEvents {
  static final EventTable TABLE =
      new EventTable(
          "audit_events",
          List.of(
              new EventColumn("principal_id", TEXT, false),
              new EventColumn("principal_kind", TEXT, false),
              new EventColumn("request_id", TEXT, false),
              new EventColumn("kind", TEXT, false),
              new EventColumn("sk_id_curr", WHOLE, true),
              new EventColumn("prediction_id", WHOLE, true),
              new EventColumn("payload", TEXT, false)));

  private AuditEvents() {}
}
