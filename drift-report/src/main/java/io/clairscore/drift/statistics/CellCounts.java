package io.clairscore.drift.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many rows of the reference and of the current population fall into each of the same cells.
 *
 * @param reference at least 0, one per cell
 * @param current at least 0, one per cell
 */
public record CellCounts(long[] reference, long[] current) {

  public CellCounts {
    if (reference.length != current.length) {
      throw new IllegalArgumentException(
          reference.length + " cells of the reference, " + current.length + " of the current");
    }
    if (Arrays.stream(reference).anyMatch(n -> n < 0)
        || Arrays.stream(current).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("A cell holds less than nothing");
    }
    reference = reference.clone();
    current = current.clone();
  }

  /** One cell per category of either side, in alphabetical order. */
  public static CellCounts ofCategories(Map<String, Long> reference, Map<String, Long> current) {
    TreeSet<String> categories = new TreeSet<>(reference.keySet());
    categories.addAll(current.keySet());
    return new CellCounts(
        categories.stream().mapToLong(name -> reference.getOrDefault(name, 0L)).toArray(),
        categories.stream().mapToLong(name -> current.getOrDefault(name, 0L)).toArray());
  }

  /** One cell per distinct value of either side, ascending. */
  public static CellCounts ofValues(ValueCounts reference, ValueCounts current) {
    ValueCounts union = reference.plus(current);
    long[] left = new long[union.distinct()];
    long[] right = new long[union.distinct()];
    int i = 0;
    int j = 0;
    for (int cell = 0; cell < left.length; cell++) {
      if (i < reference.distinct() && reference.value(i) == union.value(cell)) {
        left[cell] = reference.count(i++);
      }
      if (j < current.distinct() && current.value(j) == union.value(cell)) {
        right[cell] = current.count(j++);
      }
    }
    return new CellCounts(left, right);
  }

  /** These cells and one more, of rows that are none of them. */
  public CellCounts and(long inReference, long inCurrent) {
    long[] left = Arrays.copyOf(reference, reference.length + 1);
    long[] right = Arrays.copyOf(current, current.length + 1);
    left[reference.length] = inReference;
    right[current.length] = inCurrent;
    return new CellCounts(left, right);
  }

  public int size() {
    return reference.length;
  }

  public long referenceTotal() {
    return Arrays.stream(reference).sum();
  }

  public long currentTotal() {
    return Arrays.stream(current).sum();
  }

  /** Whether no row of either side is in any cell. */
  public boolean lacksASide() {
    return referenceTotal() == 0 || currentTotal() == 0;
  }

  /** The cells that hold any row. */
  public int occupied() {
    int occupied = 0;
    for (int i = 0; i < reference.length; i++) {
      occupied += reference[i] + current[i] > 0 ? 1 : 0;
    }
    return occupied;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellCounts that
        && Arrays.equals(reference, that.reference)
        && Arrays.equals(current, that.current);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(reference) + Arrays.hashCode(current);
  }

  @Override
  public String toString() {
    return "reference " + Arrays.toString(reference) + ", current " + Arrays.toString(current);
  }
}
