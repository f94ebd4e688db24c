package io.clairscore.drift.profile;

import io.clairscore.drift.statistics.ValueCounts;
import java.io.Serializable;
import java.util.Arrays;

/** Counts by bucket: a hash table of primitive longs, open addressing. */
final class BucketCounter implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_CAPACITY = 16;

  private long[] buckets = new long[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private int size;

  void add(long bucket, long rows) {
    int slot = slot(bucket);
    if (counts[slot] == 0) {
      buckets[slot] = bucket;
      size++;
    }
    counts[slot] += rows;
    if (3L * size > 2L * counts.length) {
      grow();
    }
  }

  int size() {
    return size;
  }

  /** The same rows in buckets twice as wide. */
  BucketCounter halved() {
    BucketCounter halved = new BucketCounter();
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        halved.add(buckets[slot] >> 1, counts[slot]);
      }
    }
    return halved;
  }

  ValueCounts sample(Resolution resolution) {
    long[] ascending = new long[size];
    int next = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        ascending[next++] = buckets[slot];
      }
    }
    Arrays.sort(ascending);
    return ValueCounts.of(
        Arrays.stream(ascending).mapToDouble(resolution::middle).toArray(),
        Arrays.stream(ascending).map(bucket -> counts[slot(bucket)]).toArray());
  }

  private int slot(long bucket) {
    int mask = counts.length - 1;
    // Fibonacci hashing: the high bits of the product depend on all bits of the bucket.
    int slot = (int) ((bucket * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (counts[slot] != 0 && buckets[slot] != bucket) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldBuckets = buckets;
    long[] oldCounts = counts;
    buckets = new long[2 * oldCounts.length];
    counts = new long[2 * oldCounts.length];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldBuckets[i]);
        buckets[slot] = oldBuckets[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
