package io.clairscore.pipelines.conf;

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
}
