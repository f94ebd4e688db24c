package io.clairscore.service.population.selection;

import io.clairscore.features.schema.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * ColumnBands of one width that a person reads easily: round numbers, or years and months of days.
 */
public final class Steps {
  private static final double YEAR = 365.25;
  private static final double[] DAYS = {
    1, 2, 5, 7, 14, YEAR / 12, YEAR / 6, YEAR / 4, YEAR / 2, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR
  };
  private static final double[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};

  /** Of a power of ten. */
  private static final int[] ROUND = {1, 2, 5};

  private Steps() {}

  /**
   * ColumnBands over a range.
   *
   * @param scale of the numbers
   * @param low where most of them begin
   * @param high where most of them end, not below {@code low}
   * @param most how many bands there should be between the two
   */
  public static ColumnBands over(Scale scale, double low, double high, int most) {
    if (low == high) {
      return new ColumnBands(List.of());
    }
    BigDecimal step = step(scale, (high - low) / most);
    long first = (long) Math.floor(low / step.doubleValue());
    long last = (long) Math.ceil(high / step.doubleValue());
    List<Double> edges = new ArrayList<>();
    for (long edge = first; edge <= last; edge++) {
      edges.add(step.multiply(BigDecimal.valueOf(edge)).doubleValue());
    }
    return new ColumnBands(edges);
  }

  /** The least readable step that is not below a width. */
  private static BigDecimal step(Scale scale, double width) {
    double least = scale.whole() ? Math.max(1, width) : width;
    double[] known =
        scale.unit() == Unit.DAYS ? DAYS : scale.unit() == Unit.MONTHS ? MONTHS : new double[0];
    for (double step : known) {
      if (step >= least) {
        return BigDecimal.valueOf(step);
      }
    }
    int power = (int) Math.floor(Math.log10(least));
    for (int exponent = power; ; exponent++) {
      for (int mantissa : ROUND) {
        BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
        if (step.doubleValue() >= least) {
          return step;
        }
      }
    }
  }
}
