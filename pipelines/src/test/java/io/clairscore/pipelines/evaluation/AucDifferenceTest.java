package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class AucDifferenceTest {

  private static ScoredClients noisier(ScoredClients clients, double noise) {
    Random random = new Random(3);
    double[] margin =
        IntStream.range(0, clients.size())
            .mapToDouble(i -> clients.margin()[i] + noise * random.nextGaussian())
            .toArray();
    return new ScoredClients(clients.client(), clients.target(), clients.fold(), margin);
  }

  @Test
  void placesEachClientAmongThoseOfTheOtherOutcomeAsASlowLoopDoes() {
    ScoredClients clients = SmallScores.tied(200, 4);
    for (int outcome : new int[] {0, 1}) {
      double[] placements = AucDifference.placements(clients, outcome);
      int next = 0;
      for (int i = 0; i < clients.size(); i++) {
        if (clients.target()[i] == outcome) {
          double right = 0;
          int others = 0;
          for (int j = 0; j < clients.size(); j++) {
            if (clients.target()[j] != outcome) {
              double gap = clients.margin()[i] - clients.margin()[j];
              right += gap == 0 ? 0.5 : gap > 0 == (outcome == 1) ? 1 : 0;
              others++;
            }
          }
          assertThat(placements[next++]).isCloseTo(right / others, within(1e-12));
        }
      }
    }
  }

  @Test
  void isTheDifferenceWithTheSpreadThatResamplingFinds() {
    ScoredClients a = SmallScores.tied(800, 8);
    ScoredClients b = noisier(a, 1.5);
    Estimate estimate = AucDifference.of(a, b);
    assertThat(estimate.value()).isCloseTo(a.ranked().auc() - b.ranked().auc(), within(1e-12));
    SplittableRandom random = new SplittableRandom(5);
    double[] draws = new double[2000];
    for (int draw = 0; draw < draws.length; draw++) {
      int[] drawn = new int[a.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[random.nextInt(drawn.length)]++;
      }
      draws[draw] = a.ranked().auc(drawn) - b.ranked().auc(drawn);
    }
    double deviation = Math.sqrt(StatUtils.variance(draws));
    assertThat((estimate.high() - estimate.low()) / (2 * 1.96 * deviation))
        .isCloseTo(1, within(0.08));
  }

  @Test
  void refusesScoresOfOtherClients() {
    ScoredClients some = SmallScores.tied(20, 1);
    assertThatThrownBy(() -> AucDifference.of(some, SmallScores.tied(21, 1)))
        .hasMessageContaining("same clients");
  }
}
