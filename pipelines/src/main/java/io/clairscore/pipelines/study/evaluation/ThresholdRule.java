package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What the best threshold is best for. Clients at or above it are refused. */
public enum ThresholdRule {
  /** The threshold of the training. */
  COST((clients, costs) -> clients.ranked().bestThreshold(costs)),
  /** Harmonic mean of precision and recall of the refusals. */
  F1((clients, costs) -> best(clients, (bad, good, tp, fp) -> 2.0 * tp / (double) (tp + fp + bad))),
  ACCURACY((clients, costs) -> best(clients, (bad, good, tp, fp) -> tp + good - fp));

  private final Finder finder;

  ThresholdRule(Finder finder) {
    this.finder = finder;
  }

  private interface Finder {
    double find(ScoredClients clients, BusinessConf costs);
  }

  /** Worth of a threshold with so many defaults and good clients in all and refused. */
  private interface Merit {
    double of(long bad, long good, long refusedBad, long refusedGood);
  }

  /**
   * The best threshold on these clients, midway between two scores; just above the highest where
   * refusing nobody is best.
   */
  public double best(ScoredClients clients, BusinessConf costs) {
    return finder.find(clients, costs);
  }

  private static double best(ScoredClients clients, Merit merit) {
    double[] score = clients.margin();
    int[] descending =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long bad = Arrays.stream(clients.target()).sum();
    long good = score.length - bad;
    double threshold = Math.nextUp(score[descending[0]]);
    double best = merit.of(bad, good, 0, 0);
    long tp = 0;
    long fp = 0;
    for (int next = 0; next < descending.length; ) {
      double current = score[descending[next]];
      for (; next < descending.length && score[descending[next]] == current; next++) {
        tp += clients.target()[descending[next]];
        fp += 1 - clients.target()[descending[next]];
      }
      double found = merit.of(bad, good, tp, fp);
      if (found > best) {
        best = found;
        threshold = next < descending.length ? middle(score[descending[next]], current) : current;
      }
    }
    return threshold;
  }

  private static double middle(double low, double high) {
    double middle = low / 2 + high / 2;
    return middle > low && middle <= high ? middle : high;
  }
}
