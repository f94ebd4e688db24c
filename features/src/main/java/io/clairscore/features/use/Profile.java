package io.clairscore.features.use;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which inputs a model may learn from. */
public enum Profile {
  /** Those that may decide, and so be told to a client. */
  FAIR,
  /** All of them: for research, and for comparison with public results. */
  FULL;

  /** Whether a model of this profile may learn from an input. */
  public boolean admits(Ruling ruling) {
    return this == FULL || ruling.decides();
  }

  /** The profile that settings and bundles write so. */
  public static Optional<Profile> keyed(String key) {
    return Arrays.stream(values()).filter(profile -> profile.key().equals(key)).findFirst();
  }

  /** All of them as settings write them, in words. */
  public static String keys() {
    return Arrays.stream(values()).map(Profile::key).collect(Collectors.joining(" or "));
  }

  /** As settings and bundles write it. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
