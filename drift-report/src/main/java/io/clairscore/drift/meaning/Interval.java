package io.clairscore.drift.meaning;

/**
 * A measured figure with its 95 % interval; NaN where it was not measured.
 *
 * @param value the figure
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
  /** A figure nobody measured. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

  public Interval {
    if (low > value || value > high) {
      throw new IllegalArgumentException(
          "%s is outside of its interval from %s to %s".formatted(value, low, high));
    }
  }

  /** This figure in another unit, so many times smaller. */
  public Interval dividedBy(double unit) {
    return new Interval(value / unit, low / unit, high / unit);
  }
}
