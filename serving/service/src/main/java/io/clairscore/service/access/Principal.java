package io.clairscore.service.access;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks.
 *
 * @param id stable identifier of the account or token; it stands in every record of what was done
 * @param kind what it is
 * @param name for people
 * @param roles what it may do; at least one
 */
public record Principal(String id, Kind kind, String name, Set<Role> roles) {

  /** By what a principal is known. */
  public enum Kind {
    /** A person who logged in. */
    ACCOUNT,
    /** A program with a token. */
    TOKEN,
    /** Everybody on this machine, of a service started with {@code --insecure-local}. */
    LOCAL
  }

  public Principal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("A principal has at least one role");
    }
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
