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
 * @param person identifier of the account behind it, whose limits it shares; a token has its own id
 *     and the person of its owner
 */
public record Principal(String id, Kind kind, String name, Set<Role> roles, String person) {

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
    Objects.requireNonNull(person, "person");
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("A principal has at least one role");
    }
  }

  /** A principal that is its own person. */
  public Principal(String id, Kind kind, String name, Set<Role> roles) {
    this(id, kind, name, roles, id);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
