package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;

/** Keeps the rows that have one category. */
public record Filter(CategoryColumn column, String value) {

  public Filter {
    Expression.requireValue(column, value);
  }

  /** The filter in canonical notation. */
  public String text() {
    return column.name() + " = '" + value + "'";
  }
}
