package io.clairscore.benchmarks;

import io.clairscore.scorer.Scorer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which way values and contributions go together in the data: the rank correlation of each feature,
 * found without a look at the trees.
 */
final class Associations {
  /** Ranks of so many rows tell a correlation well enough. */
  private static final int MOST_ROWS = 10_000;

  private final double[] correlations;

  private Associations(double[] correlations) {
    this.correlations = correlations;
  }

  static Associations of(Scorer scorer, float[][] rows) {
    int step = Math.max(1, rows.length / MOST_ROWS);
    float[][] sample =
        IntStream.range(0, rows.length)
            .filter(i -> i % step == 0)
            .mapToObj(i -> rows[i])
            .toArray(float[][]::new);
    double[][] contributions =
        Arrays.stream(sample).parallel().map(scorer::contributions).toArray(double[][]::new);
    return new Associations(
        IntStream.range(0, rows[0].length)
            .parallel()
            .mapToDouble(feature -> correlation(feature, sample, contributions))
            .toArray());
  }

  /** Positive if a higher value goes with more risk; NaN if the feature never moves a score. */
  double of(int feature) {
    return correlations[feature];
  }

  private static double correlation(int feature, float[][] rows, double[][] contributions) {
    int[] known =
        IntStream.range(0, rows.length).filter(i -> !Float.isNaN(rows[i][feature])).toArray();
    double[] values = ranks(Arrays.stream(known).mapToDouble(i -> rows[i][feature]).toArray());
    double[] moves =
        ranks(Arrays.stream(known).mapToDouble(i -> contributions[i][feature]).toArray());
    double mean = (known.length - 1) / 2.0;
    double together = 0;
    double ofValues = 0;
    double ofMoves = 0;
    for (int i = 0; i < known.length; i++) {
      together += (values[i] - mean) * (moves[i] - mean);
      ofValues += (values[i] - mean) * (values[i] - mean);
      ofMoves += (moves[i] - mean) * (moves[i] - mean);
    }
    return together / Math.sqrt(ofValues * ofMoves);
  }

  /** From 0; equal values share the mean of their ranks. */
  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
