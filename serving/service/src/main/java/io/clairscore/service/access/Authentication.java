package io.clairscore.service.access;

import java.util.Optional;

/** Finds out who asks. Thread-safe, and quick: it is asked for every request. */
public interface Authentication {
  /**
   * The principal of these credentials; empty if there are none, or they are unknown, expired,
   * revoked or of a disabled account.
   */
  Optional<Principal> principal(Credentials credentials);
}
