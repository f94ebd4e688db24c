package io.clairscore.service.access;

import java.util.Objects;
import java.util.Set;

/**
 * A person, as a provider of OpenID Connect confirms.
 *
 * @param issuer the provider
 * @param subject who it is there
 * @param name for people
 * @param roles here
 */
public record Identity(String issuer, String subject, String name, Set<Role> roles) {
  public Identity {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
  }
}
