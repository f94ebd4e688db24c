package io.clairscore.drift.profile;

import io.clairscore.drift.statistics.ValueCounts;

/**
 * A column of numbers.
 *
 * @param integers whether the column is declared to hold integers
 * @param missing rows without a value
 * @param infinite rows with a number that is not finite
 * @param sentinels numbers that stand for something else
 * @param values all other numbers; each is the middle of its bucket
 * @param droppedBits lowest bits of the binary form of values that were dropped; 0 if exact
 * @param mostValues the limit that decides how many bits are dropped
 */
public record NumberProfile(
    boolean integers,
    long missing,
    long infinite,
    ValueCounts sentinels,
    ValueCounts values,
    int droppedBits,
    int mostValues)
    implements ColumnProfile {

  public NumberProfile {
    if (missing < 0 || infinite < 0 || values.distinct() > mostValues) {
      throw new IllegalArgumentException(
          "A profile of %d missing, %d infinite, %d values of at most %d"
              .formatted(missing, infinite, values.distinct(), mostValues));
    }
    new Resolution(droppedBits);
  }

  @Override
  public long rows() {
    return missing + infinite + sentinels.total() + values.total();
  }

  @Override
  public int distinct() {
    return sentinels.distinct() + values.distinct();
  }

  /** Sentinels and values together: what a reader of the bare column sees. */
  public ValueCounts finite() {
    return values.plus(sentinels);
  }

  /** How far each value may be from the true one, as a part of it; 0 if the profile is exact. */
  public double relativeError() {
    return new Resolution(droppedBits).relativeError();
  }

  @Override
  public NumberProfile plus(ColumnProfile other) {
    if (!(other instanceof NumberProfile that)
        || integers != that.integers
        || mostValues != that.mostValues) {
      throw ProfileErrors.notOfOneColumn(this, other);
    }
    NumberProfile mine = atLeastAsCoarseAs(that.droppedBits);
    NumberProfile its = that.atLeastAsCoarseAs(droppedBits);
    ValueCounts sum = mine.values.plus(its.values);
    Resolution resolution = new Resolution(mine.droppedBits).fitting(sum, mostValues);
    return new NumberProfile(
        integers,
        missing + that.missing,
        infinite + that.infinite,
        sentinels.plus(that.sentinels),
        resolution.droppedBits() == mine.droppedBits ? sum : resolution.of(sum),
        resolution.droppedBits(),
        mostValues);
  }

  /**
   * This profile with at least so many bits dropped. Two populations are compared at one
   * resolution, or a bucket of one would not be a bucket of the other.
   */
  public NumberProfile atLeastAsCoarseAs(int bits) {
    if (bits <= droppedBits) {
      return this;
    }
    return new NumberProfile(
        integers, missing, infinite, sentinels, new Resolution(bits).of(values), bits, mostValues);
  }
}
