package io.clairscore.service.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An account, without its secrets.
 *
 * @param id stable identifier, which says nothing
 * @param name in small letters; nobody else's
 * @param way how its holder comes in
 * @param roles at least one
 * @param disabled whether it is of no use until it is enabled again
 * @param oneTime whether its password was chosen by somebody else and must be changed
 * @param created when it was made
 * @param lastUsed when it was last used, to within half a minute
 */
public record Account(
    String id,
    String name,
    Way way,
    Set<Role> roles,
    boolean disabled,
    boolean oneTime,
    Instant created,
    Optional<Instant> lastUsed) {

  /** How the holder of an account comes in. */
  public enum Way {
    /** By a password that is checked here. */
    PASSWORD,
    /** By a provider of OpenID Connect; there is no password here. */
    PROVIDER,
    /** A program, by tokens alone. */
    TOKENS
  }

  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(way, "way");
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account has at least one role");
    }
  }

  /** Whether nobody has used it, or been given it, for so long. */
  public boolean idleFor(Duration time, Instant now) {
    return lastUsed.orElse(created).isBefore(now.minus(time));
  }

  boolean has(Role role) {
    return roles.contains(role);
  }
}
