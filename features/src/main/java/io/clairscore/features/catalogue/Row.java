package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.NumberColumn;

/** One row of one table, as a declaration reads it. */
public interface Row {

  /** The number in a cell, NaN if missing. */
  double number(NumberColumn column);

  /** The code of the category in a cell, negative if missing or unseen. */
  int code(CategoryColumn column);
}
