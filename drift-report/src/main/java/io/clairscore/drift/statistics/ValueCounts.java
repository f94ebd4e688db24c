package io.clairscore.drift.statistics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sample of finite numbers as its distinct values, ascending, with how often each occurs.
 * Immutable; equal samples are equal.
 */
public final class ValueCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ValueCounts NONE = new ValueCounts(new double[0], new long[0], 0);

  private final double[] values;
  private final long[] counts;
  private final long total;

  private ValueCounts(double[] values, long[] counts, long total) {
    this.values = values;
    this.counts = counts;
    this.total = total;
  }

  /**
   * The sample of these values and counts.
   *
   * @param values finite, strictly ascending
   * @param counts above 0, one per value
   * @throws IllegalArgumentException otherwise
   */
  public static ValueCounts of(double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(
          values.length + " values with " + counts.length + " counts");
    }
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || (i > 0 && !(values[i] > values[i - 1]))) {
        throw new IllegalArgumentException("Value " + i + " is not finite and ascending");
      }
      if (counts[i] <= 0) {
        throw new IllegalArgumentException("Value " + i + " occurs " + counts[i] + " times");
      }
      total = Math.addExact(total, counts[i]);
    }
    return values.length == 0 ? NONE : new ValueCounts(values.clone(), counts.clone(), total);
  }

  /**
   * The sample of these numbers, in any order.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static ValueCounts ofAll(double... numbers) {
    double[] sorted = Arrays.stream(numbers).map(x -> x + 0.0).sorted().toArray();
    double[] values = new double[sorted.length];
    long[] counts = new long[sorted.length];
    int distinct = 0;
    for (double number : sorted) {
      if (distinct == 0 || number != values[distinct - 1]) {
        values[distinct++] = number;
      }
      counts[distinct - 1]++;
    }
    return of(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct));
  }

  public static ValueCounts none() {
    return NONE;
  }

  /** Both samples together. */
  public ValueCounts plus(ValueCounts other) {
    double[] merged = new double[values.length + other.values.length];
    long[] sums = new long[merged.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < values.length || j < other.values.length) {
      double mine = i < values.length ? values[i] : Double.POSITIVE_INFINITY;
      double its = j < other.values.length ? other.values[j] : Double.POSITIVE_INFINITY;
      merged[size] = Math.min(mine, its);
      sums[size++] = (mine <= its ? counts[i++] : 0) + (its <= mine ? other.counts[j++] : 0);
    }
    return of(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
  }

  /** How many numbers the sample has. */
  public long total() {
    return total;
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** How many distinct values. */
  public int distinct() {
    return values.length;
  }

  /** The value at an index from 0, ascending. */
  public double value(int index) {
    return values[index];
  }

  public long count(int index) {
    return counts[index];
  }

  /** The least value; the sample must not be empty. */
  public double min() {
    return values[0];
  }

  /** The largest value; the sample must not be empty. */
  public double max() {
    return values[values.length - 1];
  }

  /** The mean, NaN of an empty sample. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return sum / total;
  }

  /** The standard deviation of the sample as a population, NaN of an empty one. */
  public double standardDeviation() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean) * counts[i];
    }
    return Math.sqrt(squares / total);
  }

  /**
   * The least value that at least a share of the numbers do not exceed (quantile of type 1).
   *
   * @param share from 0 to 1
   * @return NaN of an empty sample
   */
  public double quantile(double share) {
    if (isEmpty()) {
      return Double.NaN;
    }
    // 0.3 * 10 is a little above 3 in binary, and must not ask for the fourth number.
    double rank = share * total * (1 - 1e-15);
    long seen = 0;
    for (int i = 0; i < values.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return values[i];
      }
    }
    return max();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueCounts that
        && Arrays.equals(values, that.values)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return total + " numbers of " + values.length + " values";
  }
}
