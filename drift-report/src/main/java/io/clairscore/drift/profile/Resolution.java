package io.clairscore.drift.profile;

import io.clairscore.drift.statistics.ValueCounts;
import java.util.Arrays;

/**
 * Doubles with the lowest bits of their binary form dropped: buckets whose width is a fixed part of
 * the power of two below their values. Buckets of a coarser resolution are unions of those of a
 * finer one, so the order in which values come and merge does not matter.
 *
 * @param droppedBits from 0, which keeps every double apart, to 52
 */
record Resolution(int droppedBits) {
  private static final int MANTISSA_BITS = 52;

  Resolution {
    if (droppedBits < 0 || droppedBits > MANTISSA_BITS) {
      throw new IllegalArgumentException("A resolution without " + droppedBits + " bits");
    }
  }

  /** The bucket of a finite number; buckets are ordered as their numbers are. */
  long bucket(double number) {
    // Adding 0 makes one zero of both.
    long bits = Double.doubleToRawLongBits(number + 0.0);
    return ordered(bits) >> droppedBits;
  }

  /** A number in the middle of a bucket; 0 of the bucket of 0. */
  double middle(long bucket) {
    if (bucket == 0) {
      return 0;
    }
    long half = droppedBits == 0 ? 0 : 1L << (droppedBits - 1);
    return Double.longBitsToDouble(ordered((bucket << droppedBits) | half));
  }

  /** The finest resolution, no finer than this, with at most so many buckets of a sample. */
  Resolution fitting(ValueCounts sample, int mostBuckets) {
    int low = droppedBits;
    int high = MANTISSA_BITS;
    while (low < high) {
      int between = (low + high) / 2;
      if (new Resolution(between).buckets(sample) <= mostBuckets) {
        high = between;
      } else {
        low = between + 1;
      }
    }
    return new Resolution(low);
  }

  /** How many buckets a sample has. */
  private int buckets(ValueCounts sample) {
    int buckets = 0;
    long last = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      long bucket = bucket(sample.value(i));
      buckets += i == 0 || bucket != last ? 1 : 0;
      last = bucket;
    }
    return buckets;
  }

  /** How far a number may be from the middle of its bucket, as a part of the number. */
  double relativeError() {
    return droppedBits == 0 ? 0 : Math.scalb(1.0, droppedBits - MANTISSA_BITS - 1);
  }

  /** A sample with each number moved to the middle of its bucket. */
  ValueCounts of(ValueCounts sample) {
    double[] values = new double[sample.distinct()];
    long[] counts = new long[sample.distinct()];
    int size = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      double middle = middle(bucket(sample.value(i)));
      if (size == 0 || middle != values[size - 1]) {
        values[size++] = middle;
      }
      counts[size - 1] += sample.count(i);
    }
    return ValueCounts.of(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
  }

  /** Orders the bits of doubles as the numbers are ordered; its own inverse. */
  private static long ordered(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
