package io.clairscore.drift.verdict;

/** How much a column or a population drifted, from what cannot be said to what is worst. */
public enum Severity {
  /** There is nothing to compare. */
  NOT_COMPUTED,
  /** The sample is so small that noise alone could look like drift. */
  INCONCLUSIVE,
  STABLE,
  /** A real change of half the size that would be called drift, or more. */
  SLIGHT,
  MODERATE,
  STRONG;

  /** Whether this is called drift. */
  public boolean drifted() {
    return this == MODERATE || this == STRONG;
  }
}
