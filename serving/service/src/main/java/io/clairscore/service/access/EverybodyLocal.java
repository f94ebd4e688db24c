package io.clairscore.service.access;

import java.util.EnumSet;
import java.util.Optional;

/** Everybody on this machine may do everything; for demonstrations on loopback. */
public final class EverybodyLocal implements Authentication {
  private static final Principal EVERYBODY =
      new Principal("local", Principal.Kind.LOCAL, "local", EnumSet.allOf(Role.class));

  @Override
  public Optional<Principal> principal(Credentials credentials) {
    return Optional.of(EVERYBODY);
  }
}
