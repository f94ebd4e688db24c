package io.clairscore.service.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Roles as they are written in a column. */
final class Roles {
  private Roles() {}

  static String written(Set<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
  }

  static Set<Role> read(String written) {
    return Arrays.stream(written.split(","))
        .map(Role::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** What is in both. */
  static Set<Role> common(Set<Role> some, Set<Role> others) {
    Set<Role> common = EnumSet.noneOf(Role.class);
    common.addAll(some);
    common.retainAll(others);
    return common;
  }
}
