package io.clairscore.pipelines.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * An axis.
 *
 * @param label what it measures
 * @param low its beginning
 * @param high its end, above its beginning
 * @param ticks values that are written beside it
 */
public record Axis(String label, double low, double high, List<Tick> ticks) {
  private static final int MOST_STEPS = 5;

  /** A value with its text. */
  public record Tick(double value, String text) {}

  public Axis {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException("An axis cannot go from " + low + " to " + high);
    }
    ticks = List.copyOf(ticks);
  }

  /** An axis with ticks at round values; its ends are moved outwards to the nearest of them. */
  public static Axis round(String label, double low, double high, DoubleFunction<String> format) {
    double step = step(high > low ? high - low : 1);
    long first = (long) Math.floor(low / step);
    long last = Math.max(first + 1, (long) Math.ceil(high / step));
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      ticks.add(new Tick(i * step, format.apply(i * step)));
    }
    return new Axis(label, first * step, last * step, ticks);
  }

  /** The least of 1, 2, 2.5 and 5 times a power of ten that needs few steps. */
  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(range / MOST_STEPS)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (range <= MOST_STEPS * factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Where a value lies, 0 at the beginning and 1 at the end. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}
