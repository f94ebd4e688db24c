package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Unit;

/** How finely the source writes the values of a column. */
final class Rounding {

  private Rounding() {}

  /** Parts of one unit: 1 for whole numbers, 100 for cents; 0 leaves a value as it is. */
  static double of(Column column) {
    if (!(column instanceof NumberColumn number)) {
      return 0;
    }
    if (number.integer()) {
      return 1;
    }
    if (number.unit() == Unit.MONEY) {
      return 100;
    }
    if (number.unit() == Unit.SCORE) {
      return 1e9;
    }
    // Building measures have four decimals, the population of a region and rates six.
    boolean building =
        number.table().equals("application") && number != Application.REGION_POPULATION_RELATIVE;
    return building ? 1e4 : 1e6;
  }
}
