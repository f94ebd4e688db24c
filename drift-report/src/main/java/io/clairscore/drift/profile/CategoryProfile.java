package io.clairscore.drift.profile;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column of categories.
 *
 * @param missing rows without a value
 * @param present rows with one
 * @param counts rows by category; empty if there are too many
 * @param tooMany whether there are more categories than a list has, as in a column of names
 * @param mostCategories the limit that decides
 */
public record CategoryProfile(
    long missing, long present, SortedMap<String, Long> counts, boolean tooMany, int mostCategories)
    implements ColumnProfile {

  public CategoryProfile {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    long counted = counts.values().stream().mapToLong(Long::longValue).sum();
    boolean whole = tooMany ? counts.isEmpty() : counted == present;
    if (missing < 0 || present < 0 || !whole || counts.size() > mostCategories) {
      throw new IllegalArgumentException(
          "A profile of %d rows with a value, and %d in %d of at most %d categories"
              .formatted(present, counted, counts.size(), mostCategories));
    }
    if (counts.values().stream().anyMatch(rows -> rows <= 0)) {
      throw new IllegalArgumentException("A category without rows");
    }
  }

  @Override
  public long rows() {
    return missing + present;
  }

  @Override
  public int distinct() {
    return tooMany ? mostCategories + 1 : counts.size();
  }

  @Override
  public CategoryProfile plus(ColumnProfile other) {
    if (!(other instanceof CategoryProfile that) || mostCategories != that.mostCategories) {
      throw ProfileErrors.notOfOneColumn(this, other);
    }
    SortedMap<String, Long> sum = new TreeMap<>(counts);
    that.counts.forEach((category, rows) -> sum.merge(category, rows, Long::sum));
    return of(
        missing + that.missing,
        present + that.present,
        sum,
        tooMany || that.tooMany,
        mostCategories);
  }

  /** The profile of counts that may be too many. */
  static CategoryProfile of(
      long missing, long present, Map<String, Long> counts, boolean tooMany, int mostCategories) {
    boolean over = tooMany || counts.size() > mostCategories;
    return new CategoryProfile(
        missing, present, over ? new TreeMap<>() : new TreeMap<>(counts), over, mostCategories);
  }
}
