package io.clairscore.drift.profile;

import io.clairscore.drift.statistics.ValueCounts;
import java.io.Serializable;
import java.util.Arrays;

/** Counts the numbers of one column, row by row. Not thread-safe. */
public final class NumberAccumulator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean integers;
  private final double[] sentinels;
  private final long[] sentinelCounts;
  private final int mostValues;
  private BucketCounter buckets = new BucketCounter();
  private int droppedBits;
  private long missing;
  private long infinite;

  public NumberAccumulator(ColumnSpec column, ProfileLimits limits) {
    if (!column.type().isNumber()) {
      throw ProfileErrors.notOfNumbers(column);
    }
    integers = column.type() == ColumnType.INTEGER;
    sentinels = column.sentinels().stream().mapToDouble(Double::doubleValue).toArray();
    sentinelCounts = new long[sentinels.length];
    mostValues = limits.mostValues();
  }

  /** Counts one row; NaN is a missing value. */
  public void add(double number) {
    if (Double.isNaN(number)) {
      missing++;
      return;
    }
    if (Double.isInfinite(number)) {
      infinite++;
      return;
    }
    for (int i = 0; i < sentinels.length; i++) {
      if (number == sentinels[i]) {
        sentinelCounts[i]++;
        return;
      }
    }
    buckets.add(new Resolution(droppedBits).bucket(number), 1);
    while (buckets.size() > mostValues) {
      // Without their idle bits there are as many buckets, so one bit more is the least that helps.
      int bits = buckets.idleBits() + 1;
      buckets = buckets.coarser(bits);
      droppedBits += bits;
    }
  }

  /** What was counted so far. */
  public NumberProfile profile() {
    ValueCounts special = ValueCounts.none();
    for (int i = 0; i < sentinels.length; i++) {
      if (sentinelCounts[i] > 0) {
        long[] one = Arrays.copyOfRange(sentinelCounts, i, i + 1);
        special = special.plus(ValueCounts.of(new double[] {sentinels[i]}, one));
      }
    }
    ValueCounts values = buckets.sample(new Resolution(droppedBits));
    return new NumberProfile(integers, missing, infinite, special, values, droppedBits, mostValues);
  }
}
