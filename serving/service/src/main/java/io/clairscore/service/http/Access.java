package io.clairscore.service.http;

import io.clairscore.service.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may use a route.
 *
 * @param open whether everybody may, known or not
 * @param roles who else may: a principal with any of them
 */
public record Access(boolean open, Set<Role> roles) {

  public Access {
    roles = Set.copyOf(roles);
    if (open != roles.isEmpty()) {
      throw new IllegalArgumentException("A route is open, or for some roles");
    }
  }

  /** Everybody, without credentials. */
  public static Access toEverybody() {
    return new Access(true, Set.of());
  }

  /** Principals with any of these roles. */
  public static Access to(Role... roles) {
    return new Access(false, Set.copyOf(Arrays.asList(roles)));
  }

  /** Every known principal. */
  public static Access toEveryPrincipal() {
    return new Access(false, EnumSet.allOf(Role.class));
  }

  /** Whether a principal with these roles may. */
  public boolean admits(Set<Role> held) {
    return open || held.stream().anyMatch(roles::contains);
  }
}
