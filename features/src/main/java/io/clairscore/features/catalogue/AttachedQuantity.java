package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Table.ForeignKey;
import io.clairscore.features.schema.Unit;

/**
 * A measure over the child rows that refer to a row, such as the first month of a credit's
 * balances. It is missing for a row without child rows.
 *
 * @param link how child rows refer to their row; a grouping, not an input
 * @param measure what is taken over the child rows of one row
 */
public record AttachedQuantity(ForeignKey link, Measure measure) implements Quantity {

  /** The table of the child rows. */
  public Table child() {
    return Table.named(link.child().table()).orElseThrow();
  }

  @Override
  public String name() {
    return measure.name();
  }

  @Override
  public Unit unit() {
    return measure.unit();
  }

  @Override
  public void read(Row row) {
    measure.read(row);
  }

  @Override
  public String text() {
    return "("
        + measure.text()
        + " of "
        + link.child().table()
        + " by "
        + link.child().name()
        + ")";
  }
}
