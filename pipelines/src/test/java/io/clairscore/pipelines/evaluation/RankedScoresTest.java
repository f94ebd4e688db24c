package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedScoresTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  private final Random random = new Random(5);

  private int[] targets(int clients, double share) {
    return IntStream.range(0, clients).map(i -> random.nextDouble() < share ? 1 : 0).toArray();
  }

  private double[] tiedScores(int clients) {
    return IntStream.range(0, clients).mapToDouble(i -> random.nextInt(20) / 7.0).toArray();
  }

  @Test
  void countsPairsAsAnObviousDoubleLoopDoes() {
    for (int round = 0; round < 20; round++) {
      double[] score = tiedScores(80);
      int[] target = targets(80, 0.3);
      double pairs = 0;
      double won = 0;
      for (int bad = 0; bad < 80; bad++) {
        for (int good = 0; good < 80; good++) {
          if (target[bad] == 1 && target[good] == 0) {
            pairs++;
            won += score[bad] > score[good] ? 1 : score[bad] == score[good] ? 0.5 : 0;
          }
        }
      }
      int[] once = IntStream.range(0, 80).map(i -> 1).toArray();
      assertThat(new RankedScores(score, target).auc(once)).isCloseTo(won / pairs, within(1e-12));
    }
  }

  @Test
  void countsAClientInPairsAsOftenAsItsWeightSays() {
    for (int round = 0; round < 50; round++) {
      double[] score = tiedScores(60);
      int[] target = targets(60, 0.3);
      int[] weight = IntStream.range(0, 60).map(i -> random.nextInt(3)).toArray();
      double pairs = 0;
      double won = 0;
      for (int bad = 0; bad < 60; bad++) {
        for (int good = 0; good < 60; good++) {
          if (target[bad] == 1 && target[good] == 0) {
            double times = weight[bad] * weight[good];
            pairs += times;
            won += times * (score[bad] > score[good] ? 1 : score[bad] == score[good] ? 0.5 : 0);
          }
        }
      }
      assertThat(new RankedScores(score, target).auc(weight)).isCloseTo(won / pairs, within(1e-12));
    }
  }

  /** Precision at each score from the highest on, weighted by the recall that the score adds. */
  private static double steps(double[] score, int[] target, int[] weight) {
    double defaults = 0;
    for (int i = 0; i < score.length; i++) {
      defaults += weight[i] * target[i];
    }
    double area = 0;
    for (double threshold : DoubleStream.of(score).distinct().toArray()) {
      double refused = 0;
      double bad = 0;
      double added = 0;
      for (int i = 0; i < score.length; i++) {
        refused += score[i] >= threshold ? weight[i] : 0;
        bad += score[i] >= threshold ? weight[i] * target[i] : 0;
        added += score[i] == threshold ? weight[i] * target[i] : 0;
      }
      area += added == 0 ? 0 : added / defaults * bad / refused;
    }
    return area;
  }

  @Test
  void sumsPrecisionOverTheStepsOfRecallAsAnObviousLoopDoes() {
    for (int round = 0; round < 50; round++) {
      double[] score = tiedScores(60);
      int[] target = targets(60, 0.3);
      int[] weight = IntStream.range(0, 60).map(i -> random.nextInt(3)).toArray();
      int[] once = IntStream.range(0, 60).map(i -> 1).toArray();
      RankedScores ranked = new RankedScores(score, target);
      assertThat(ranked.averagePrecision(weight))
          .isCloseTo(steps(score, target, weight), within(1e-12));
      assertThat(ranked.averagePrecision())
          .isCloseTo(steps(score, target, once), within(1e-12))
          .isEqualTo(ranked.averagePrecision(once));
    }
    assertThat(new RankedScores(new double[] {1, 2}, new int[] {0, 0}).averagePrecision()).isNaN();
  }

  @Test
  void findsAThresholdAsCheapAsTheBestOfAll() {
    for (int round = 0; round < 20; round++) {
      double[] score = tiedScores(80);
      int[] target = targets(80, round / 20.0);
      double threshold = ThresholdRule.COST.best(new RankedScores(score, target), COSTS);
      double cost = 0;
      for (int i = 0; i < score.length; i++) {
        boolean refused = score[i] >= threshold;
        cost += target[i] == 1 && !refused ? 10 : target[i] == 0 && refused ? 1 : 0;
      }
      assertThat(cost / 80).isCloseTo(leastCost(score, target), within(1e-12));
    }
  }

  /** Cost per client at the best of all thresholds, by trying them all. */
  private static double leastCost(double[] score, int[] target) {
    double least = Double.POSITIVE_INFINITY;
    for (int t = 0; t <= score.length; t++) {
      double threshold = t == score.length ? Double.POSITIVE_INFINITY : score[t];
      double cost = 0;
      for (int i = 0; i < score.length; i++) {
        boolean refused = score[i] >= threshold;
        cost += target[i] == 1 && !refused ? 10 : target[i] == 0 && refused ? 1 : 0;
      }
      least = Math.min(least, cost);
    }
    return least / score.length;
  }

  /** Every place where a threshold may lie: below all, between two scores, above all. */
  private static List<Double> thresholds(double[] score) {
    double[] distinct = DoubleStream.of(score).sorted().distinct().toArray();
    List<Double> places = new ArrayList<>();
    places.add(distinct[0]);
    for (int i = 1; i < distinct.length; i++) {
      places.add(distinct[i - 1] / 2 + distinct[i] / 2);
    }
    places.add(Math.nextUp(distinct[distinct.length - 1]));
    return places;
  }

  private static Confusion counted(double[] score, int[] target, double threshold) {
    long[][] counts = new long[2][2];
    for (int i = 0; i < score.length; i++) {
      counts[target[i]][score[i] >= threshold ? 1 : 0]++;
    }
    return new Confusion(counts[1][1], counts[1][0], counts[0][1], counts[0][0]);
  }

  @Test
  void takesTheLowestOfEquallyGoodThresholdsWhateverIsLookedFor() {
    for (int round = 0; round < 40; round++) {
      double[] score = tiedScores(30);
      int[] target = targets(30, 0.3);
      RankedScores ranked = new RankedScores(score, target);
      for (ThresholdRule rule : ThresholdRule.values()) {
        double lowest = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds(score)) {
          Confusion counted = counted(score, target, threshold);
          assertThat(ranked.at(threshold)).as("%s", threshold).isEqualTo(counted);
          double merit =
              switch (rule) {
                case COST -> -(10.0 * counted.falseNegatives() + counted.falsePositives());
                case F1 -> counted.f1();
                case ACCURACY -> counted.truePositives() + counted.trueNegatives();
              };
          if (merit > most) {
            most = merit;
            lowest = threshold;
          }
        }
        assertThat(rule.best(ranked, COSTS)).as("%s, round %d", rule, round).isEqualTo(lowest);
      }
    }
  }

  @Test
  void tellsApartNothingFromOneScore() {
    RankedScores same = new RankedScores(new double[] {1, 1, 1}, new int[] {0, 1, 0});
    // Accepting all costs 10, refusing all 2.
    assertThat(ThresholdRule.COST.best(same, COSTS)).isEqualTo(1);
    // Both are right about the same number if one outcome is as frequent as the other.
    RankedScores even = new RankedScores(new double[] {1, 1}, new int[] {0, 1});
    assertThat(ThresholdRule.ACCURACY.best(even, COSTS)).isEqualTo(1);
    assertThat(ThresholdRule.COST.best(new RankedScores(new double[0], new int[0]), COSTS)).isNaN();
  }

  @Test
  void separatesNothingFromOneClass() {
    int[] once = {1, 1};
    RankedScores onlyGood = new RankedScores(new double[] {1, 2}, new int[] {0, 0});
    assertThat(onlyGood.auc(once)).isNaN();
    assertThat(onlyGood.ks(once)).isNaN();
    assertThat(ThresholdRule.COST.best(onlyGood, COSTS)).isGreaterThan(2);
  }
}
