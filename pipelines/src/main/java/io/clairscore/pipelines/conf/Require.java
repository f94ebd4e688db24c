package io.clairscore.pipelines.conf;

import java.util.List;

/** Checks of configuration values; the message names the setting. */
final class Require {

  private Require() {}

  static <T> T present(String setting, T value) {
    if (value == null) {
      throw new IllegalArgumentException("Setting " + setting + " is missing");
    }
    return value;
  }

  static void that(boolean holds, String setting, Object value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Setting " + setting + " is " + value + ", but must be " + rule);
    }
  }

  /** Shares to try: at least one, each above 0 and at most 1. */
  static void shares(String setting, List<Double> shares) {
    that(
        !shares.isEmpty() && shares.stream().allMatch(share -> share > 0 && share <= 1),
        setting,
        shares,
        "shares in (0, 1]");
  }

  /** Penalties to try: at least one, none negative. */
  static void penalties(String setting, List<Double> penalties) {
    that(
        !penalties.isEmpty() && penalties.stream().allMatch(penalty -> penalty >= 0),
        setting,
        penalties,
        "penalties of zero or more");
  }

  /** Depths of trees to try: at least one, each from 1 to the most that Spark builds. */
  static void depths(String setting, List<Integer> depths) {
    that(
        !depths.isEmpty() && depths.stream().allMatch(depth -> depth >= 1 && depth <= 30),
        setting,
        depths,
        "depths between 1 and 30");
  }
}
