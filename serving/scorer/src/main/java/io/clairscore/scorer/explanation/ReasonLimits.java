package io.clairscore.scorer.explanation;

import java.io.Serializable;

/**
 * How much is told.
 *
 * @param themes themes told in each direction
 * @param perTheme reasons told of one theme
 * @param coverage share of all absolute points after which nothing more is told
 */
public record ReasonLimits(int themes, int perTheme, double coverage) implements Serializable {
  /** As many themes as it takes to tell four fifths of what moves the score, two reasons each. */
  public static final ReasonLimits DEFAULT = ReasonLimits.ofThemes(6);

  /** Every factor that moves the score is told, however little it weighs. */
  public static final ReasonLimits EVERYTHING =
      new ReasonLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

  public ReasonLimits {
    if (themes < 0 || perTheme < 1 || !(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException(
          "Reasons are limited to 0 or more themes, at least 1 reason of each, and a share: %d, %d, %s"
              .formatted(themes, perTheme, coverage));
    }
  }

  /** At most so many themes in each direction. */
  public static ReasonLimits ofThemes(int themes) {
    return new ReasonLimits(themes, 2, 0.8);
  }
}
