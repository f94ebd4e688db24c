package io.clairscore.features.catalogue;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Unit;

/**
 * A number computed from the cells of the row: a column as it stands, a cleaned column, which keeps
 * its name, or a derived quantity.
 *
 * @param expression formula; NaN where the quantity is missing
 */
public record RowQuantity(String name, Unit unit, Expression expression) implements Quantity {

  /** A column as it stands. */
  public static RowQuantity of(NumberColumn column) {
    return cleaned(column, new Expression.Cell(column));
  }

  /** A column under a cleaning rule. */
  static RowQuantity cleaned(NumberColumn column, Expression rule) {
    return new RowQuantity(column.name(), column.unit(), rule);
  }

  @Override
  public void read(Row row) {
    expression.of(row);
  }

  @Override
  public String text() {
    return expression.text();
  }
}
