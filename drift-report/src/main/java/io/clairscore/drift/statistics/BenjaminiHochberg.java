package io.clairscore.drift.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The q-values of many tests: calling everything up to q a discovery keeps the expected share of
 * false ones at q (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** One q-value per p-value, in their order. A NaN is no test: it stays NaN and does not count. */
  public static double[] adjust(double[] pValues) {
    int[] falling =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[b], pValues[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int i = 0; i < falling.length; i++) {
      int rank = falling.length - i;
      least = Math.min(least, pValues[falling[i]] * falling.length / rank);
      adjusted[falling[i]] = least;
    }
    return adjusted;
  }
}
