package io.clairscore.features.catalogue;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Unit;

/**
 * One number taken from a group of rows. Over an empty group every measure is missing, counts
 * included: no history is unknown, not zero.
 */
public sealed interface Measure {

  /** The name behind the family's prefix, not yet sanitised. */
  String name();

  /** Unit of the result; of its square root if {@link #squared()}. */
  Unit unit();

  /** Whether the result is in squared units, as a variance is. */
  default boolean squared() {
    return false;
  }

  /** Evaluates every input for a row; what the row is asked for is the lineage. */
  void read(Row row);

  /** The measure in canonical notation. */
  String text();

  /** The quantity of the only row of a group: an application is a group of one. */
  record Value(Quantity quantity) implements Measure {
    @Override
    public String name() {
      return quantity.name();
    }

    @Override
    public Unit unit() {
      return quantity.unit();
    }

    @Override
    public void read(Row row) {
      quantity.read(row);
    }

    @Override
    public String text() {
      return quantity.text();
    }
  }

  /** Whether the only row of a group has this category: 1 or 0, 0 if the category is missing. */
  record Indicator(CategoryColumn column, String value) implements Measure {
    public Indicator {
      Expression.requireValue(column, value);
    }

    @Override
    public String name() {
      return column.name() + "_" + value;
    }

    @Override
    public Unit unit() {
      return Unit.FLAG;
    }

    @Override
    public void read(Row row) {
      row.code(column);
    }

    @Override
    public String text() {
      return column.name() + " = '" + value + "'";
    }
  }

  /** An aggregate of a quantity over the rows. */
  record Aggregated(Quantity quantity, Aggregate aggregate) implements Measure {
    @Override
    public String name() {
      return quantity.name() + "_" + aggregate;
    }

    @Override
    public Unit unit() {
      return switch (aggregate) {
        case NUNIQUE, SIZE -> Unit.COUNT;
        default -> quantity.unit();
      };
    }

    @Override
    public boolean squared() {
      return aggregate == Aggregate.VAR;
    }

    @Override
    public void read(Row row) {
      if (aggregate != Aggregate.SIZE) {
        quantity.read(row);
      }
    }

    @Override
    public String text() {
      return aggregate + " " + quantity.text();
    }
  }

  /** Share of the rows that have this category, among all rows: missing ones are in the divisor. */
  record Share(CategoryColumn column, String value) implements Measure {
    public Share {
      Expression.requireValue(column, value);
    }

    @Override
    public String name() {
      return column.name() + "_" + value + "_" + Aggregate.MEAN;
    }

    @Override
    public Unit unit() {
      return Unit.RATIO;
    }

    @Override
    public void read(Row row) {
      row.code(column);
    }

    @Override
    public String text() {
      return "SHARE " + column.name() + " = '" + value + "'";
    }
  }

  /** Number of rows. */
  record RowCount() implements Measure {
    @Override
    public String name() {
      return "COUNT";
    }

    @Override
    public Unit unit() {
      return Unit.COUNT;
    }

    @Override
    public void read(Row row) {}

    @Override
    public String text() {
      return "COUNT";
    }
  }
}
