package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;

/**
 * What a cell of the application must hold.
 *
 * @param cell a number, or the code of a category
 */
public record Prerequisite(Column column, double cell) {

  /** The column holds this category. */
  static Prerequisite is(CategoryColumn column, String value) {
    return new Prerequisite(column, column.code(value));
  }

  /** The column holds this number. */
  static Prerequisite is(NumberColumn column, double value) {
    return new Prerequisite(column, value);
  }

  boolean holds(Rows application) {
    double found =
        column instanceof NumberColumn number
            ? application.number(number, 0)
            : application.code((CategoryColumn) column, 0);
    return found == cell;
  }
}
