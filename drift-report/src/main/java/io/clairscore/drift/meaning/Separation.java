package io.clairscore.drift.meaning;

/** How far two populations can be told apart. */
public enum Separation {
  /** Nobody tried. */
  NOT_COMPUTED,
  /** No better than by chance. */
  NONE,
  /** Better than by chance, and below the limit of what is called clear. */
  SLIGHT,
  CLEAR,
  STRONG;

  /** Whether this is called drift. */
  public boolean drifted() {
    return this == CLEAR || this == STRONG;
  }
}
