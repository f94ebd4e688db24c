package io.clairscore.drift.profile;

import java.io.Serializable;

/** What one column of a population looks like. Immutable, mergeable. */
public sealed interface ColumnProfile extends Serializable permits NumberProfile, CategoryProfile {

  /** All rows, whatever they hold. */
  long rows();

  /** Rows without a value. */
  long missing();

  /** How many distinct values there are, sentinels among them, missing not. */
  int distinct();

  /**
   * The profile of both parts of a population.
   *
   * @throws IllegalArgumentException if the other part is of another type or has other limits
   */
  ColumnProfile plus(ColumnProfile other);

  /** The share of rows without a value, NaN if there are no rows. */
  default double missingShare() {
    return (double) missing() / rows();
  }
}
