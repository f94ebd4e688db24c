package io.clairscore.service.access;

import io.clairscore.scorer.event.Actor;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import java.util.Objects;

/**
 * Who does something that must be answered for, and in which request.
 *
 * @param by an account or token, a user of the operating system at the command line ({@code
 *     COMMAND}), the service itself ({@code SERVICE}), or {@code NOBODY}, of whom only the address
 *     is known
 * @param requestId of the request in which it is done; a dash outside of any
 */
public record Doer(Actor by, String requestId) {
  private static final String NO_REQUEST = "-";

  public Doer {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(requestId, "requestId");
  }

  public static Doer of(Principal principal, String requestId) {
    return new Doer(new Actor(principal.id(), principal.kind().name()), requestId);
  }

  /** A user of the operating system, at the command line. */
  public static Doer commandLine() {
    return new Doer(new Actor(System.getProperty("user.name", "unknown"), "COMMAND"), NO_REQUEST);
  }

  /** The service itself, when it starts. */
  static Doer service() {
    return new Doer(new Actor("clairscore-service", "SERVICE"), NO_REQUEST);
  }

  static Doer account(String id, String requestId) {
    return new Doer(new Actor(id, Principal.Kind.ACCOUNT.name()), requestId);
  }

  static Doer nobody(String requestId) {
    return new Doer(new Actor("nobody", "NOBODY"), requestId);
  }

  AuditEvent did(AuditEntry entry) {
    return new AuditEvent(by, requestId, entry);
  }

  /** This one changed an account. */
  AuditEvent changed(Account account, String change, String detail) {
    return did(new AuditEntry.AccessChange(account.id(), null, change, detail));
  }
}
