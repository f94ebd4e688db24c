package io.clairscore.drift.profile;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Profiles all columns of a population in one pass: each row gives one value to each column, then
 * ends. Not thread-safe; each task has its own, and their profiles are added.
 */
public final class PopulationAccumulator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<ColumnSpec> columns;
  private final NumberAccumulator[] numbers;
  private final CategoryAccumulator[] categories;
  private long rows;

  /** Profiles these columns, by their position in the list. */
  public PopulationAccumulator(List<ColumnSpec> columns, ProfileLimits limits) {
    this.columns = List.copyOf(columns);
    if (columns.stream().map(ColumnSpec::name).distinct().count() < columns.size()) {
      throw ProfileErrors.repeatedColumn(columns);
    }
    numbers = new NumberAccumulator[columns.size()];
    categories = new CategoryAccumulator[columns.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (columns.get(i).type().isNumber()) {
        numbers[i] = new NumberAccumulator(columns.get(i), limits);
      } else {
        categories[i] = new CategoryAccumulator(columns.get(i), limits);
      }
    }
  }

  /** Counts a number of the current row; NaN is a missing value. */
  public void number(int column, double number) {
    numbers[column].add(number);
  }

  /** Counts a category of the current row; null is a missing value. */
  public void category(int column, String category) {
    categories[column].add(category);
  }

  public void endRow() {
    rows++;
  }

  /**
   * What was counted so far.
   *
   * @throws IllegalArgumentException if a column did not get one value per row
   */
  public PopulationProfile profile() {
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      profiles.put(
          columns.get(i).name(),
          numbers[i] != null ? numbers[i].profile() : categories[i].profile());
    }
    return new PopulationProfile(rows, profiles);
  }
}
