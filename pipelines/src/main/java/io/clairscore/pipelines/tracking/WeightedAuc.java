package io.clairscore.pipelines.tracking;

import java.util.Comparator;
import java.util.stream.IntStream;

/** AUC of clients that count as often as their weights say, sorted once for many weightings. */
final class WeightedAuc {
  private final int[] order;
  private final double[] score;
  private final int[] target;

  WeightedAuc(double[] score, int[] target) {
    this.score = score;
    this.target = target;
    this.order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Share of pairs of a default and a good client that the score ranks rightly; ties are half. */
  double of(int[] weight) {
    double rightly = 0;
    double good = 0;
    double bad = 0;
    int i = 0;
    while (i < order.length) {
      double tiedGood = 0;
      double tiedBad = 0;
      double tie = score[order[i]];
      while (i < order.length && score[order[i]] == tie) {
        tiedGood += target[order[i]] == 0 ? weight[order[i]] : 0;
        tiedBad += target[order[i]] == 1 ? weight[order[i]] : 0;
        i++;
      }
      rightly += tiedBad * (good + tiedGood / 2);
      good += tiedGood;
      bad += tiedBad;
    }
    return rightly / (good * bad);
  }
}
