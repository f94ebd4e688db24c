package io.clairscore.features.catalogue;

import io.clairscore.features.schema.NumberColumn;

/**
 * A formula over the cells of one row. It is a value: the engine computes it, the lineage runs it
 * against a recording row, and its text is part of the catalogue's hash. Missing is NaN, and every
 * formula lets it through unless its name says otherwise.
 */
public sealed interface Expression {

  /** The result for one row, NaN if missing. */
  double of(Row row);

  /** The formula in canonical notation, the same in every JVM. */
  String text();

  /** The cell itself. */
  record Cell(NumberColumn column) implements Expression {
    @Override
    public double of(Row row) {
      return row.number(column);
    }

    @Override
    public String text() {
      return column.name();
    }
  }

  /** Missing where the source writes a sentinel. */
  record MissingIf(Expression value, double sentinel) implements Expression {
    @Override
    public double of(Row row) {
      double number = value.of(row);
      return number == sentinel ? Double.NaN : number;
    }

    @Override
    public String text() {
      return "missingIf(" + value.text() + ", " + sentinel + ")";
    }
  }

  /** Missing below a bound under which no value is plausible. */
  record MissingBelow(Expression value, double bound) implements Expression {
    @Override
    public double of(Row row) {
      double number = value.of(row);
      return number < bound ? Double.NaN : number;
    }

    @Override
    public String text() {
      return "missingBelow(" + value.text() + ", " + bound + ")";
    }
  }

  /** Larger values are read as the cap. */
  record AtMost(Expression value, double cap) implements Expression {
    @Override
    public double of(Row row) {
      return Math.min(value.of(row), cap);
    }

    @Override
    public String text() {
      return "atMost(" + value.text() + ", " + cap + ")";
    }
  }

  /** Smaller values are read as the floor. */
  record AtLeast(Expression value, double floor) implements Expression {
    @Override
    public double of(Row row) {
      return Math.max(value.of(row), floor);
    }

    @Override
    public String text() {
      return "atLeast(" + value.text() + ", " + floor + ")";
    }
  }

  /** Zero where the value is missing. */
  record ZeroIfMissing(Expression value) implements Expression {
    @Override
    public double of(Row row) {
      double number = value.of(row);
      return Double.isNaN(number) ? 0 : number;
    }

    @Override
    public String text() {
      return "zeroIfMissing(" + value.text() + ")";
    }
  }

  record Difference(Expression minuend, Expression subtrahend) implements Expression {
    @Override
    public double of(Row row) {
      return minuend.of(row) - subtrahend.of(row);
    }

    @Override
    public String text() {
      return "(" + minuend.text() + " - " + subtrahend.text() + ")";
    }
  }

  /** Missing where the denominator is zero: a ratio over nothing is unknown, not infinite. */
  record Ratio(Expression numerator, Expression denominator) implements Expression {
    @Override
    public double of(Row row) {
      double divisor = denominator.of(row);
      double dividend = numerator.of(row);
      return divisor == 0 ? Double.NaN : dividend / divisor;
    }

    @Override
    public String text() {
      return "(" + numerator.text() + " / " + denominator.text() + ")";
    }
  }

  /** 1 for one category, 0 for another of its column, missing for any other. */
  record OneOrZero(Category one, Category zero) implements Expression {

    @Override
    public double of(Row row) {
      int code = row.code(one.column());
      if (code == one.column().code(one.value())) {
        return 1;
      }
      return code == zero.column().code(zero.value()) ? 0 : Double.NaN;
    }

    @Override
    public String text() {
      return "oneOrZero(%s, '%s', '%s')".formatted(one.column().name(), one.value(), zero.value());
    }
  }
}
