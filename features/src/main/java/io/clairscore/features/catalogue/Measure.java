package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Unit;
import java.util.Optional;

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

  /** The category it is about, of the rows or of their child rows, if it is about one. */
  default Optional<Category> category() {
    return Optional.empty();
  }

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
  record Indicator(Category value) implements Measure {
    @Override
    public Optional<Category> category() {
      return Optional.of(value);
    }

    @Override
    public String name() {
      return value.column().name() + "_" + value.value();
    }

    @Override
    public Unit unit() {
      return Unit.FLAG;
    }

    @Override
    public void read(Row row) {
      row.code(value.column());
    }

    @Override
    public String text() {
      return value.text();
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
    public Optional<Category> category() {
      return quantity instanceof AttachedQuantity attached
          ? attached.measure().category()
          : Optional.empty();
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
  record Share(Category value) implements Measure {
    @Override
    public Optional<Category> category() {
      return Optional.of(value);
    }

    @Override
    public String name() {
      return value.column().name() + "_" + value.value() + "_" + Aggregate.MEAN;
    }

    @Override
    public Unit unit() {
      return Unit.RATIO;
    }

    @Override
    public void read(Row row) {
      row.code(value.column());
    }

    @Override
    public String text() {
      return "SHARE " + value.text();
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
