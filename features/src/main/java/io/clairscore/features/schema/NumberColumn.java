package io.clairscore.features.schema;

/** A numeric column with its unit and the range outside which a value is refused at ingest. */
public final class NumberColumn extends Column {

  /** The value the source writes for "no date" in columns of days. */
  public static final double NO_DATE = 365243;

  private final Unit unit;
  private final boolean integer;
  private final double min;
  private final double max;
  private final boolean sentinel;

  NumberColumn(
      String table,
      String name,
      int position,
      Role role,
      Unit unit,
      boolean integer,
      double min,
      double max,
      boolean sentinel) {
    super(table, name, position, role);
    this.unit = unit;
    this.integer = integer;
    this.min = min;
    this.max = max;
    this.sentinel = sentinel;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether only whole numbers are legal; the files may still write them as {@code 12.0}. */
  public boolean integer() {
    return integer;
  }

  /** Smallest legal value. */
  public double min() {
    return min;
  }

  /** Largest legal value, {@link #NO_DATE} apart. */
  public double max() {
    return max;
  }

  /** Whether {@link #NO_DATE} is legal although it lies outside the range. */
  public boolean hasSentinel() {
    return sentinel;
  }

  /** Whether a present value may appear in this column. */
  public boolean accepts(double value) {
    return (value >= min && value <= max || sentinel && value == NO_DATE)
        && (!integer || value == Math.rint(value));
  }
}
