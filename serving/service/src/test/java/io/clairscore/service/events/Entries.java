package io.clairscore.service.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.scorer.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An audit entry of each kind. */
final class Entries {
  static final List<AuditEntry> OF_EACH_KIND =
      List.of(
          new AuditEntry.FileRead(100_001L, "application", List.of("profile")),
          new AuditEntry.Login("advisor", "password", "accepted", "127.0.0.1"),
          new AuditEntry.AccessChange("advisor", null, "role", "REVIEWER"),
          new AuditEntry.ModelChange("v1", "v2", "swap", false, "a checksum does not hold"),
          new AuditEntry.HumanDecision(100_001L, 4L, Decision.ACCEPTED, "garant « solide »", true),
          new AuditEntry.Review(null, 4L, null, "opened", "revenu contesté"),
          new AuditEntry.Outcome(100_001L, 4L, 0, "2026-11-28"),
          new AuditEntry.Simulation(
              100_001L, JsonNodeFactory.instance.objectNode().put("AMT_CREDIT", 1000), 500, 520),
          new AuditEntry.ReadingLimited(600),
          new AuditEntry.AlertSeen(3L),
          new AuditEntry.Export("events", "json"),
          new AuditEntry.Removal(1, 9, "00"));

  private Entries() {}

  static List<AuditEntry> newestFirst() {
    List<AuditEntry> reversed = new ArrayList<>(OF_EACH_KIND);
    Collections.reverse(reversed);
    return reversed;
  }
}
