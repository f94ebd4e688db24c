package io.clairscore.service.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token of a program, without its secret.
 *
 * @param id stable identifier, which says nothing
 * @param accountId whose it is
 * @param account name of that account
 * @param name what it is for
 * @param roles what it may do, as long as its account may too
 * @param created when it was made
 * @param expires from when on it is worth nothing
 * @param lastUsed when it was last used, to within half a minute
 */
public record ApiToken(
    String id,
    String accountId,
    String account,
    String name,
    Set<Role> roles,
    Instant created,
    Instant expires,
    Optional<Instant> lastUsed) {

  public ApiToken {
    roles = Set.copyOf(roles);
  }
}
