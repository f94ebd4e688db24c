package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.evaluation.RankedScores;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Random;
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
  void findsAThresholdAsCheapAsTheBestOfAll() {
    for (int round = 0; round < 20; round++) {
      double[] score = tiedScores(80);
      int[] target = targets(80, round / 20.0);
      double threshold = new RankedScores(score, target).bestThreshold(COSTS);
      double cost = 0;
      for (int i = 0; i < score.length; i++) {
        boolean refused = score[i] >= threshold;
        cost += target[i] == 1 && !refused ? 10 : target[i] == 0 && refused ? 1 : 0;
      }
      assertThat(cost / 80)
          .isCloseTo(BusinessCostEvaluatorTest.bruteForce(target, score, COSTS), within(1e-12));
    }
  }

  @Test
  void separatesNothingFromOneClass() {
    int[] once = {1, 1};
    RankedScores onlyGood = new RankedScores(new double[] {1, 2}, new int[] {0, 0});
    assertThat(onlyGood.auc(once)).isNaN();
    assertThat(onlyGood.ks(once)).isNaN();
    assertThat(onlyGood.bestThreshold(COSTS)).isGreaterThan(2);
  }
}
