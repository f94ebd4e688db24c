package io.clairscore.features.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Checks of configuration values; the message names the setting. */
public final class Require {

  private Require() {}

  public static <T> T present(String setting, T value) {
    if (value == null) {
      throw new IllegalArgumentException("Setting " + setting + " is missing");
    }
    return value;
  }

  /**
   * A map in the order of its keys. {@code Map.copyOf} has another order in every process, and a
   * run knows by the text of its settings whether it goes on with the same ones.
   */
  public static <V> Map<String, V> sorted(String setting, Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(present(setting, map)));
  }

  public static void that(boolean holds, String setting, Object value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Setting " + setting + " is " + value + ", but must be " + rule);
    }
  }

  public static void positive(String setting, Number value) {
    that(value.doubleValue() > 0, setting, value, "positive");
  }

  public static void notNegative(String setting, Number value) {
    that(value.doubleValue() >= 0, setting, value, "zero or more");
  }

  public static void atLeast(int least, String setting, Number value) {
    that(value.doubleValue() >= least, setting, value, "at least " + least);
  }

  /** A share of something, which may be all of it but not nothing. */
  public static void share(String setting, double share) {
    that(share > 0 && share <= 1, setting, share, "in (0, 1]");
  }

  /** Shares to try: at least one, each above 0 and at most 1. */
  public static List<Double> shares(String setting, List<Double> shares) {
    return all(share -> share > 0 && share <= 1, setting, shares, "shares in (0, 1]");
  }

  /** Penalties to try: at least one, none negative. */
  public static List<Double> penalties(String setting, List<Double> penalties) {
    return all(penalty -> penalty >= 0, setting, penalties, "penalties of zero or more");
  }

  /** Depths of trees to try: at least one, each from 1 to the most that Spark builds. */
  public static List<Integer> depths(String setting, List<Integer> depths) {
    return all(depth -> depth >= 1 && depth <= 30, setting, depths, "depths between 1 and 30");
  }

  private static <T> List<T> all(Predicate<T> rule, String setting, List<T> values, String words) {
    List<T> copy = List.copyOf(present(setting, values));
    that(!copy.isEmpty() && copy.stream().allMatch(rule), setting, copy, words);
    return copy;
  }
}
