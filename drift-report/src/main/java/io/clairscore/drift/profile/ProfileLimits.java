package io.clairscore.drift.profile;

import java.io.Serializable;

/**
 * How large a profile may become.
 *
 * @param mostValues distinct numbers kept per column. Filling takes up to 48 bytes for each, a
 *     finished profile 16
 * @param mostCategories distinct categories kept per column; one with more is no list of categories
 */
public record ProfileLimits(int mostValues, int mostCategories) implements Serializable {
  /** A sign and the 11 bits of an exponent: fewer values could not tell 1 from 2. */
  private static final int LEAST_VALUES = 4096;

  /** Exact for any column of a population of 131,072 rows, and for most of any other. */
  public static final ProfileLimits STANDARD = new ProfileLimits(1 << 17, 5_000);

  /**
   * For hundreds of real columns at once: 741 of them take at most 300 MB while they are filled,
   * and know their values to about 1 in 10,000.
   */
  public static final ProfileLimits WIDE = new ProfileLimits(1 << 13, 5_000);

  public ProfileLimits {
    if (mostValues < LEAST_VALUES) {
      throw new IllegalArgumentException(
          "A profile of %d values: at least %d are needed".formatted(mostValues, LEAST_VALUES));
    }
    if (mostCategories < 1) {
      throw new IllegalArgumentException("A profile of " + mostCategories + " categories");
    }
  }
}
