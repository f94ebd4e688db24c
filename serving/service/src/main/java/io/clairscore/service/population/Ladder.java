package io.clairscore.service.population;

import java.util.Arrays;

/**
 * How known numbers lie, as a thousand steps of equally many values: the quantiles in between are
 * interpolated as NumPy and DuckDB do (type 7 of Hyndman and Fan).
 */
public final class Ladder {
  private static final int STEPS = 1000;

  private final long count;
  private final double[] knots;

  private Ladder(long count, double[] knots) {
    this.count = count;
    this.knots = knots;
  }

  /**
   * The ladder of some numbers.
   *
   * @param sorted ascending; only the first {@code count} of them are looked at
   */
  static Ladder of(double[] sorted, int count) {
    double[] knots = new double[count == 0 ? 0 : STEPS + 1];
    for (int step = 0; step < knots.length; step++) {
      double position = (count - 1.0) * step / STEPS;
      int below = (int) position;
      double low = sorted[below];
      double high = sorted[Math.min(below + 1, count - 1)];
      knots[step] = low + (high - low) * (position - below);
    }
    return new Ladder(count, knots);
  }

  /** How many numbers are known. */
  public long count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The quantile at a number of thousandths, exactly; NaN of no numbers. */
  public double at(int thousandths) {
    return isEmpty() ? Double.NaN : knots[thousandths];
  }

  /**
   * Share of the numbers below a value, those equal to it counted by half: within a thousandth. NaN
   * of no numbers.
   */
  public double rank(double value) {
    if (isEmpty()) {
      return Double.NaN;
    }
    int below = bound(value, false);
    int notAbove = bound(value, true);
    return (below + notAbove) / 2.0 / knots.length;
  }

  /** How many knots are below a value, or not above it. */
  private int bound(double value, boolean orEqual) {
    int low = 0;
    int high = knots.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean passes = orEqual ? knots[middle] <= value : knots[middle] < value;
      low = passes ? middle + 1 : low;
      high = passes ? high : middle;
    }
    return low;
  }

  @Override
  public String toString() {
    return count + " numbers, " + Arrays.toString(new double[] {at(0), at(500), at(STEPS)});
  }
}
