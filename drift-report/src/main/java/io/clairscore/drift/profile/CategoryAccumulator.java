package io.clairscore.drift.profile;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Counts the categories of one column, row by row. Not thread-safe. */
public final class CategoryAccumulator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Long> counts = new HashMap<>();
  private final int mostCategories;
  private boolean tooMany;
  private long missing;
  private long present;

  public CategoryAccumulator(ColumnSpec column, ProfileLimits limits) {
    if (column.type().isNumber()) {
      throw ProfileErrors.notOfCategories(column);
    }
    mostCategories = limits.mostCategories();
  }

  /** Counts one row; null is a missing value. */
  public void add(String category) {
    if (category == null) {
      missing++;
      return;
    }
    present++;
    if (!tooMany) {
      counts.merge(category, 1L, Long::sum);
      if (counts.size() > mostCategories) {
        tooMany = true;
        counts.clear();
      }
    }
  }

  /** What was counted so far. */
  public CategoryProfile profile() {
    return CategoryProfile.of(missing, present, Map.copyOf(counts), tooMany, mostCategories);
  }
}
