package io.clairscore.pipelines.evaluation;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores sorted once, so that statistics of rank under many bootstrap weights are one pass each and
 * what a threshold does is looked up. Equal scores form one group and count half in the AUC.
 */
public final class RankedScores {
  private final int[] target;
  private final int[] order;
  private final double[] sorted;
  private final int[] defaultsBelow;

  public RankedScores(double[] score, int[] target) {
    this.target = target;
    order = order(score);
    sorted = IntStream.of(order).mapToDouble(i -> score[i]).toArray();
    defaultsBelow = new int[sorted.length + 1];
    for (int rank = 0; rank < sorted.length; rank++) {
      defaultsBelow[rank + 1] = defaultsBelow[rank] + target[order[rank]];
    }
  }

  /** Places of the scores from the lowest to the highest; equal ones stay in their order. */
  static int[] order(double[] score) {
    return IntStream.range(0, score.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> score[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The scores, ascending. */
  public double[] sorted() {
    return sorted.clone();
  }

  /** Sees the groups of equal scores, the lowest first. */
  private interface GroupVisitor {
    void visit(long bad, long good);
  }

  private void visit(int[] weight, GroupVisitor visitor) {
    int next = 0;
    while (next < order.length) {
      double current = sorted[next];
      long bad = 0;
      long good = 0;
      for (; next < order.length && sorted[next] == current; next++) {
        int i = order[next];
        bad += (long) weight[i] * target[i];
        good += (long) weight[i] * (1 - target[i]);
      }
      visitor.visit(bad, good);
    }
  }

  private long[] classes(int[] weight) {
    long[] classes = new long[2];
    for (int i = 0; i < target.length; i++) {
      classes[target[i]] += weight[i];
    }
    return classes;
  }

  /**
   * Area under the ROC curve, each client counted as often as its weight says; NaN where a class is
   * absent.
   */
  public double auc(int[] weight) {
    long[] classes = classes(weight);
    double[] pairs = new double[1];
    long[] goodBelow = new long[1];
    visit(
        weight,
        (bad, good) -> {
          pairs[0] += bad * (goodBelow[0] + good / 2.0);
          goodBelow[0] += good;
        });
    return pairs[0] / ((double) classes[0] * classes[1]);
  }

  /** Area under the ROC curve; NaN where a class is absent. */
  public double auc() {
    return auc(once());
  }

  /**
   * Area under the curve of precision and recall as a sum of steps, each client counted as often as
   * its weight says: precision at each score, weighted by the recall it adds. NaN without defaults.
   */
  public double averagePrecision(int[] weight) {
    long[] classes = classes(weight);
    double[] sum = new double[1];
    long[] from = {classes[0], classes[1]};
    visit(
        weight,
        (bad, good) -> {
          if (bad > 0) {
            sum[0] += (double) bad * from[1] / (from[0] + from[1]);
          }
          from[0] -= good;
          from[1] -= bad;
        });
    return sum[0] / classes[1];
  }

  /** Area under the curve of precision and recall; NaN without defaults. */
  public double averagePrecision() {
    return averagePrecision(once());
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
        (bad, good) -> {
          below[0] += good;
          below[1] += bad;
          double gap = (double) below[0] / classes[0] - (double) below[1] / classes[1];
          widest[0] = Math.max(widest[0], Math.abs(gap));
        });
    return widest[0];
  }

  /** What becomes of the clients if those at or above a threshold are refused. */
  public Confusion at(double threshold) {
    return fromRank(below(threshold));
  }

  private Confusion fromRank(int accepted) {
    int missed = defaultsBelow[accepted];
    int bad = defaultsBelow[sorted.length];
    int good = sorted.length - bad;
    return new Confusion(bad - missed, missed, good - (accepted - missed), accepted - missed);
  }

  /** How many scores are below a threshold. */
  private int below(double threshold) {
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

  /**
   * The threshold with the most merit; clients at or above it are refused. It lies midway between
   * two scores; at the lowest score where everybody is refused, just above the highest where nobody
   * is. Of equally good ones it is the lowest, which refuses the most clients; a merit that is NaN
   * is none.
   *
   * @return NaN without scores, or where every merit is NaN
   */
  public double best(ToDoubleFunction<Confusion> merit) {
    double best = Double.NaN;
    double most = Double.NEGATIVE_INFINITY;
    for (int rank = 0; rank <= sorted.length; rank++) {
      if (rank == 0 || rank == sorted.length || sorted[rank] != sorted[rank - 1]) {
        double reached = merit.applyAsDouble(fromRank(rank));
        if (reached > most) {
          most = reached;
          best = threshold(rank);
        }
      }
    }
    return best;
  }

  /** A threshold below which exactly so many scores are. */
  private double threshold(int rank) {
    if (rank == sorted.length) {
      return rank == 0 ? Double.NaN : Math.nextUp(sorted[rank - 1]);
    }
    if (rank == 0) {
      return sorted[0];
    }
    double middle = sorted[rank - 1] / 2 + sorted[rank] / 2;
    return middle > sorted[rank - 1] && middle <= sorted[rank] ? middle : sorted[rank];
  }

  private int[] once() {
    return IntStream.range(0, target.length).map(i -> 1).toArray();
  }
}
