package io.clairscore.scorer.explanation;

/**
 * How much a factor weighs, by its share of everything that moves the score: the absolute points of
 * all factors. The limits are a convention: one tenth is what a factor has when ten weigh alike.
 */
public enum Strength {
  STRONG(0.10),
  MODERATE(0.04),
  WEAK(0);

  private final double from;

  Strength(double from) {
    this.from = from;
  }

  /** The strength of a share, 0 to 1. */
  public static Strength of(double share) {
    for (Strength strength : values()) {
      if (share >= strength.from) {
        return strength;
      }
    }
    throw new IllegalArgumentException("A share is at least 0: " + share);
  }
}
