package io.clairscore.pipelines.documents;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Clients with a known outcome and the score of a model that was not fitted on them, counted at any
 * threshold.
 *
 * @param target 1 for a default, 0 otherwise
 * @param margin log-odds of default
 * @param probability calibrated
 */
record ScoredOutcomes(int[] target, double[] margin, double[] probability) {

  int size() {
    return target.length;
  }

  long defaults() {
    return Arrays.stream(target).sum();
  }

  private double[] margins(int outcome) {
    return IntStream.range(0, size())
        .filter(i -> target[i] == outcome)
        .mapToDouble(i -> margin[i])
        .sorted()
        .toArray();
  }

  Counter counter() {
    return new Counter(margins(1), margins(0), Arrays.stream(margin).sorted().toArray());
  }

  /**
   * Counts what lies on either side of a threshold.
   *
   * @param bad margins of the defaults, rising
   * @param good margins of the others, rising
   * @param all margins of both, rising
   */
  record Counter(double[] bad, double[] good, double[] all) {

    /** What becomes of the clients if those at or above a margin are refused. */
    Confusion at(double threshold) {
      int missed = below(bad, threshold);
      int accepted = below(good, threshold);
      return new Confusion(bad.length - missed, missed, good.length - accepted, accepted);
    }

    /**
     * The lowest of the thresholds with the most merit, midway between two margins, or just above
     * the highest where nobody should be refused.
     */
    double best(ToDoubleFunction<Confusion> merit) {
      double[] distinct = Arrays.stream(all).distinct().toArray();
      double best = Double.NaN;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i <= distinct.length; i++) {
        double threshold = between(distinct, i);
        double reached = merit.applyAsDouble(at(threshold));
        if (reached > most) {
          most = reached;
          best = threshold;
        }
      }
      return best;
    }

    private static double between(double[] distinct, int i) {
      if (i == distinct.length) {
        return Math.nextUp(distinct[i - 1]);
      }
      double middle = i == 0 ? distinct[0] : distinct[i - 1] / 2 + distinct[i] / 2;
      return i > 0 && middle <= distinct[i - 1] ? distinct[i] : middle;
    }

    private static int below(double[] sorted, double threshold) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < threshold) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
