package io.clairscore.service.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;

/** The kinds of audit entries, by the names they have in the database. */
public enum AuditKind {
  FILE_READ(AuditEntry.FileRead.class),
  CLIENT_SEARCH(AuditEntry.ClientSearch.class),
  LOGIN(AuditEntry.Login.class),
  READING_LIMITED(AuditEntry.ReadingLimited.class),
  ACCESS_CHANGE(AuditEntry.AccessChange.class),
  MODEL_CHANGE(AuditEntry.ModelChange.class),
  HUMAN_DECISION(AuditEntry.HumanDecision.class),
  REVIEW(AuditEntry.Review.class),
  OUTCOME(AuditEntry.Outcome.class),
  ALERT_SEEN(AuditEntry.AlertSeen.class),
  SIMULATION(AuditEntry.Simulation.class),
  EXPORT(AuditEntry.Export.class),
  REMOVAL(AuditEntry.Removal.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Class<? extends AuditEntry> type;

  AuditKind(Class<? extends AuditEntry> type) {
    this.type = type;
  }

  /** The kind of an entry. */
  public static AuditKind of(AuditEntry entry) {
    return Stream.of(values())
        .filter(kind -> kind.type.isInstance(entry))
        .findFirst()
        .orElseThrow();
  }

  /** The entry as JSON. */
  static String write(AuditEntry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An entry that is no JSON", e);
    }
  }

  /**
   * The entry of JSON.
   *
   * @throws IllegalArgumentException if it is none of this kind
   */
  AuditEntry read(String payload) {
    try {
      return JSON.readValue(payload, type);
    } catch (JsonProcessingException e) {
      // Its words quote the payload, which may be about a person.
      throw new IllegalArgumentException("the payload is none of " + this);
    }
  }
}
