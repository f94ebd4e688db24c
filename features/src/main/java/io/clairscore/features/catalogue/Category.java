package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;

/** One value of a column of categories: what a filter keeps, an indicator tells, a share counts. */
public record Category(CategoryColumn column, String value) {

  /**
   * @throws IllegalArgumentException if the schema does not list the value, which could never occur
   */
  public Category {
    if (!column.values().contains(value)) {
      throw new IllegalArgumentException(column + " has no value '" + value + "'");
    }
  }

  /** The condition in canonical notation. */
  public String text() {
    return column.name() + " = '" + value + "'";
  }
}
