package io.clairscore.service.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.Decision;
import java.util.List;
import java.util.Objects;

/**
 * What must be answered for, besides predictions. An entry becomes a JSON object; a component that
 * is null is absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface AuditEntry {

  /** SK_ID_CURR it is about, or null. */
  default Long client() {
    return null;
  }

  /** Number of the prediction event it is about, or null. */
  default Long prediction() {
    return null;
  }

  /**
   * A client's file was read.
   *
   * @param client SK_ID_CURR
   * @param purpose why: application, review, complaint, audit
   * @param parts what: profile, explanation, ...
   */
  record FileRead(Long client, String purpose, List<String> parts) implements AuditEntry {
    public FileRead {
      Objects.requireNonNull(client, "client");
      Objects.requireNonNull(purpose, "purpose");
      parts = List.copyOf(parts);
    }
  }

  /**
   * Clients were looked for, and those found were listed.
   *
   * @param columns by which they were looked for; none for a number or everybody
   * @param found how many there are
   */
  record ClientSearch(List<String> columns, long found) implements AuditEntry {
    public ClientSearch {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Somebody asked to come in.
   *
   * @param account name that was given, if there is such an account
   * @param method password, oidc
   * @param result accepted, refused, locked, ended
   * @param address whence
   */
  record Login(String account, String method, String result, String address)
      implements AuditEntry {}

  /**
   * Somebody was kept from reading the files of more clients.
   *
   * @param most files of different clients that one person may open in an hour
   */
  record ReadingLimited(int most) implements AuditEntry {}

  /**
   * An account or a token of it was made, changed or removed.
   *
   * @param account identifier of the account
   * @param token identifier of the token, or null
   * @param change created, disabled, enabled, deleted, role, password, unlocked, revoked, ...
   * @param detail such as the new role, or null; never a secret
   */
  record AccessChange(String account, String token, String change, String detail)
      implements AuditEntry {}

  /**
   * Another version was to be served.
   *
   * @param from version before, or null
   * @param to version asked for
   * @param change swap, rollback, start
   * @param done whether it is served now
   * @param reason why not, or null
   */
  record ModelChange(String from, String to, String change, boolean done, String reason)
      implements AuditEntry {}

  /**
   * A person decided.
   *
   * @param client SK_ID_CURR, null for a new applicant
   * @param prediction event of the prediction it was decided on
   * @param decision what
   * @param reason why, in the person's words
   * @param override whether the model had said otherwise
   */
  record HumanDecision(
      Long client, Long prediction, Decision decision, String reason, boolean override)
      implements AuditEntry {
    public HumanDecision {
      Objects.requireNonNull(prediction, "prediction");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A review by a person was asked for, or is over.
   *
   * @param review number of the event that opened it, null when it is opened
   * @param state opened, closed
   * @param reason why, in the person's words
   */
  record Review(Long client, Long prediction, Long review, String state, String reason)
      implements AuditEntry {}

  /**
   * It is known how a credit went.
   *
   * @param outcome 1 if the client had difficulties paying, else 0
   * @param date when that was known, ISO-8601
   */
  record Outcome(Long client, Long prediction, int outcome, String date) implements AuditEntry {
    public Outcome {
      if (outcome != 0 && outcome != 1) {
        throw new IllegalArgumentException("an outcome is 0 or 1");
      }
      Objects.requireNonNull(date, "date");
    }
  }

  /**
   * A person said to have seen an alert.
   *
   * @param alert its number
   */
  record AlertSeen(Long alert) implements AuditEntry {}

  /**
   * Somebody tried what would be if.
   *
   * @param changes columns and values that were tried
   * @param pointsBefore points as things are
   * @param pointsAfter points as they would be
   */
  record Simulation(Long client, JsonNode changes, int pointsBefore, int pointsAfter)
      implements AuditEntry {}

  /**
   * Records left the service.
   *
   * @param what events, audit, ...
   * @param format json, csv
   */
  record Export(String what, String format) implements AuditEntry {}

  /**
   * Old events were sealed and removed.
   *
   * @param first number of the first of them
   * @param last number of the last
   * @param lastHash its hash, 64 hexadecimal digits: the chain now begins behind it
   */
  record Removal(long first, long last, String lastHash) implements AuditEntry {}
}
