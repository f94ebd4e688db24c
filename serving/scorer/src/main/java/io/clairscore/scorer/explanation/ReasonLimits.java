package io.clairscore.scorer.explanation;

/**
 * How many reasons are told.
 *
 * @param most in each direction
 * @param perGroup of one business group, in each direction, so that one subject does not fill all
 */
public record ReasonLimits(int most, int perGroup) {
  /** Four, as letters of refusal customarily give, and two of one subject. */
  public static final ReasonLimits DEFAULT = new ReasonLimits(4, 2);

  public ReasonLimits {
    if (most < 0 || perGroup < 1) {
      throw new IllegalArgumentException(
          "Reasons are limited to 0 or more, and to at least 1 of a group: %d, %d"
              .formatted(most, perGroup));
    }
  }
}
