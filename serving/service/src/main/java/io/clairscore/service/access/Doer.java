package io.clairscore.service.access;

import java.util.Objects;

/**
 * Who does something that must be answered for.
 *
 * @param id identifier of the account or token, or the user of the operating system
 * @param kind {@code ACCOUNT}, {@code TOKEN}, {@code LOCAL}, {@code COMMAND}, {@code SERVICE} or
 *     {@code NOBODY}, of whom only the address is known
 * @param requestId of the request in which it is done; a dash on the command line
 */
public record Doer(String id, String kind, String requestId) {
  private static final String NO_REQUEST = "-";

  public Doer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(requestId, "requestId");
  }

  public static Doer of(Principal principal, String requestId) {
    return new Doer(principal.id(), principal.kind().name(), requestId);
  }

  /** A user of the operating system, at the command line. */
  public static Doer commandLine() {
    return new Doer(System.getProperty("user.name", "unknown"), "COMMAND", NO_REQUEST);
  }

  /** The service itself, when it starts. */
  static Doer service() {
    return new Doer("clairscore-service", "SERVICE", NO_REQUEST);
  }

  static Doer account(String id, String requestId) {
    return new Doer(id, Principal.Kind.ACCOUNT.name(), requestId);
  }

  static Doer nobody(String requestId) {
    return new Doer("nobody", "NOBODY", requestId);
  }
}
