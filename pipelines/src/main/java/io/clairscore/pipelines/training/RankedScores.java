package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Scores sorted once, so that statistics of rank under many bootstrap weights are one pass each.
 * Equal scores form one group and count half in the AUC.
 */
public final class RankedScores {
  private final double[] score;
  private final int[] target;
  private final int[] order;

  public RankedScores(double[] score, int[] target) {
    this.score = score;
    this.target = target;
    order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Sees the groups of equal scores, the lowest first. */
  private interface GroupVisitor {
    void visit(double score, long bad, long good);
  }

  private void visit(int[] weight, GroupVisitor visitor) {
    int next = 0;
    while (next < order.length) {
      double current = score[order[next]];
      long bad = 0;
      long good = 0;
      for (; next < order.length && score[order[next]] == current; next++) {
        int i = order[next];
        bad += (long) weight[i] * target[i];
        good += (long) weight[i] * (1 - target[i]);
      }
      visitor.visit(current, bad, good);
    }
  }

  private long[] classes(int[] weight) {
    long[] classes = new long[2];
    for (int i = 0; i < target.length; i++) {
      classes[target[i]] += weight[i];
    }
    return classes;
  }

  /** Area under the ROC curve; NaN where a class is absent. */
  public double auc(int[] weight) {
    long[] classes = classes(weight);
    double[] pairs = new double[1];
    long[] goodBelow = new long[1];
    visit(
        weight,
        (current, bad, good) -> {
          pairs[0] += bad * (goodBelow[0] + good / 2.0);
          goodBelow[0] += good;
        });
    return pairs[0] / ((double) classes[0] * classes[1]);
  }

  /** Kolmogorov-Smirnov distance between the scores of both classes; NaN where one is absent. */
  public double ks(int[] weight) {
    long[] classes = classes(weight);
    if (classes[0] == 0 || classes[1] == 0) {
      return Double.NaN;
    }
    double[] widest = new double[1];
    long[] below = new long[2];
    visit(
        weight,
        (current, bad, good) -> {
          below[0] += good;
          below[1] += bad;
          double gap = (double) below[0] / classes[0] - (double) below[1] / classes[1];
          widest[0] = Math.max(widest[0], Math.abs(gap));
        });
    return widest[0];
  }

  /**
   * The cheapest threshold: clients at or above it are refused. It lies midway between two scores;
   * where granting everybody is cheapest, just above the highest.
   */
  public double bestThreshold(BusinessConf costs) {
    int[] once = IntStream.range(0, target.length).map(i -> 1).toArray();
    double everybodyRefused = costs.falsePositiveCost() * classes(once)[0];
    double[] cost = {everybodyRefused};
    double[] least = {Double.POSITIVE_INFINITY};
    double[] threshold = new double[1];
    double[] previous = {Double.NaN};
    visit(
        once,
        (current, bad, good) -> {
          if (cost[0] < least[0]) {
            least[0] = cost[0];
            threshold[0] = between(previous[0], current);
          }
          cost[0] += costs.falseNegativeCost() * bad - costs.falsePositiveCost() * good;
          previous[0] = current;
        });
    return cost[0] < least[0] ? Math.nextUp(previous[0]) : threshold[0];
  }

  private static double between(double low, double high) {
    double middle = low / 2 + high / 2;
    return middle > low && middle <= high ? middle : high;
  }
}
