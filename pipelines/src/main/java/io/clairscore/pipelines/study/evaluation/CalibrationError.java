package io.clairscore.pipelines.study.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Expected calibration error: mean distance between predicted and observed share of defaults over
 * {@value #BINS} groups of equally many clients in the order of their probability (Naeini et al.
 * 2015, with bins of equal size because most probabilities are small).
 */
public final class CalibrationError {
  static final int BINS = 10;

  private CalibrationError() {}

  /** The error, 0 to 1; NaN without clients. */
  public static double of(double[] probability, int[] target) {
    int[] order =
        IntStream.range(0, target.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double gap = 0;
      int last = (int) ((long) (bin + 1) * order.length / BINS);
      for (int i = (int) ((long) bin * order.length / BINS); i < last; i++) {
        gap += probability[order[i]] - target[order[i]];
      }
      error += Math.abs(gap);
    }
    return error / order.length;
  }
}
