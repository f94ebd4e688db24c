package io.clairscore.drift.profile;

import io.clairscore.drift.statistics.ValueCounts;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts by bucket: a hash table of primitive longs with open addressing. A bucket and its count
 * lie side by side, because with hundreds of columns each look-up is a trip to main memory.
 */
final class BucketCounter implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_CAPACITY = 16;

  /** Pairs of a bucket and its count; a count of 0 is a free slot. */
  private long[] table;

  private int size;

  BucketCounter() {
    this(FIRST_CAPACITY);
  }

  private BucketCounter(int capacity) {
    table = new long[2 * capacity];
  }

  void add(long bucket, long rows) {
    int slot = slot(bucket);
    if (table[slot + 1] == 0) {
      table[slot] = bucket;
      size++;
    }
    table[slot + 1] += rows;
    if (3L * size > table.length) {
      grow();
    }
  }

  int size() {
    return size;
  }

  /**
   * How many of the lowest bits say nothing: those of floats, once they are doubles, are all 0 in
   * positive numbers and all 1 in the order of negative ones.
   */
  int idleBits() {
    long used = 0;
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot + 1] > 0) {
        used |= table[slot] ^ (table[slot] >> 63);
      }
    }
    return Long.numberOfTrailingZeros(used);
  }

  /** The same rows in wider buckets, so many bits coarser. */
  BucketCounter coarser(int bits) {
    BucketCounter coarser = new BucketCounter(table.length / 2);
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot + 1] > 0) {
        coarser.add(table[slot] >> bits, table[slot + 1]);
      }
    }
    return coarser;
  }

  ValueCounts sample(Resolution resolution) {
    long[] ascending = new long[size];
    int next = 0;
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot + 1] > 0) {
        ascending[next++] = table[slot];
      }
    }
    Arrays.sort(ascending);
    return ValueCounts.of(
        Arrays.stream(ascending).mapToDouble(resolution::middle).toArray(),
        Arrays.stream(ascending).map(bucket -> table[slot(bucket) + 1]).toArray());
  }

  private int slot(long bucket) {
    int mask = table.length / 2 - 1;
    // Fibonacci hashing: the high bits of the product depend on all bits of the bucket.
    int place = (int) ((bucket * 0x9E3779B97F4A7C15L) >>> 36) & mask;
    while (table[2 * place + 1] != 0 && table[2 * place] != bucket) {
      place = (place + 1) & mask;
    }
    return 2 * place;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (int slot = 0; slot < old.length; slot += 2) {
      if (old[slot + 1] > 0) {
        int to = slot(old[slot]);
        table[to] = old[slot];
        table[to + 1] = old[slot + 1];
      }
    }
  }
}
