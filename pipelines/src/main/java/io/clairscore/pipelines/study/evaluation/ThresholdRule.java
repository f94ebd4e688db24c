package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What the best threshold is best for. Clients at or above it are refused. */
public enum ThresholdRule {
  COST {
    @Override
    double merit(Counts counts, BusinessConf costs) {
      return -(costs.falseNegativeCost() * counts.missed()
          + costs.falsePositiveCost() * counts.fp());
    }
  },
  F1 {
    @Override
    double merit(Counts counts, BusinessConf costs) {
      double refused = counts.tp() + counts.fp();
      return 2.0 * counts.tp() / (refused + counts.bad());
    }
  },
  ACCURACY {
    @Override
    double merit(Counts counts, BusinessConf costs) {
      return counts.tp() + counts.good() - counts.fp();
    }
  };

  /** Outcomes of a threshold: defaults and goods in all, and those at or above it. */
  record Counts(long bad, long good, long tp, long fp) {
    long missed() {
      return bad - tp;
    }
  }

  abstract double merit(Counts counts, BusinessConf costs);

  /**
   * The best threshold on these clients, midway between two scores; just above the highest where
   * refusing nobody is best. Of equally good ones, the highest.
   */
  public double best(ScoredClients clients, BusinessConf costs) {
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
    double best = merit(new Counts(bad, good, 0, 0), costs);
    long tp = 0;
    long fp = 0;
    for (int next = 0; next < descending.length; ) {
      double current = score[descending[next]];
      for (; next < descending.length && score[descending[next]] == current; next++) {
        tp += clients.target()[descending[next]];
        fp += 1 - clients.target()[descending[next]];
      }
      double merit = merit(new Counts(bad, good, tp, fp), costs);
      if (merit > best) {
        best = merit;
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
