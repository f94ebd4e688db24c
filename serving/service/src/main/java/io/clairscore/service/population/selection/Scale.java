package io.clairscore.service.population.selection;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Unit;

/**
 * How the numbers of a column are read.
 *
 * @param unit of one
 * @param whole whether there are no fractions
 * @param min least that is possible
 * @param max greatest that is possible
 */
public record Scale(Unit unit, boolean whole, double min, double max) {

  static Scale of(NumberColumn column) {
    return new Scale(column.unit(), column.integer(), column.min(), column.max());
  }

  /** Whether a number could be a value. */
  boolean admits(double value) {
    return value >= min && value <= max;
  }
}
