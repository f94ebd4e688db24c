package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ThresholdRuleTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  /** Cost (negative), F1 or accuracy of a threshold, counted client by client. */
  private static double slowMerit(ThresholdRule rule, ScoredClients clients, double threshold) {
    double tp = 0;
    double fp = 0;
    double fn = 0;
    double tn = 0;
    for (int i = 0; i < clients.size(); i++) {
      boolean refused = clients.margin()[i] >= threshold;
      boolean bad = clients.target()[i] == 1;
      tp += refused && bad ? 1 : 0;
      fp += refused && !bad ? 1 : 0;
      fn += !refused && bad ? 1 : 0;
      tn += !refused && !bad ? 1 : 0;
    }
    return switch (rule) {
      case COST -> -(10 * fn + fp);
      case F1 -> tp == 0 ? 0 : 2 * tp / (2 * tp + fp + fn);
      case ACCURACY -> tp + tn;
    };
  }

  @Test
  void noOtherThresholdIsBetter() {
    for (long seed = 0; seed < 20; seed++) {
      ScoredClients clients = SmallScores.tied(80, seed);
      double[] others =
          DoubleStream.concat(Arrays.stream(clients.margin()), DoubleStream.of(99)).toArray();
      for (ThresholdRule rule : ThresholdRule.values()) {
        double found = slowMerit(rule, clients, rule.best(clients.ranked(), COSTS));
        double best =
            Arrays.stream(others).map(other -> slowMerit(rule, clients, other)).max().orElseThrow();
        assertThat(found).as("%s, seed %d", rule, seed).isCloseTo(best, within(1e-12));
      }
    }
  }

  @Test
  void isTheLowestOfTheCheapestThresholdsOfTheTraining() {
    ScoredClients clients =
        new ScoredClients(
            new int[] {1, 2, 3, 4, 5},
            new int[] {0, 1, 0, 0, 1},
            new int[] {0, 0, 0, 0, 0},
            new double[] {0, 1, 1, 2, 3});
    // Refusing from 1 on finds both defaults and costs two good clients; nothing is cheaper.
    assertThat(ThresholdRule.COST.best(clients.ranked(), COSTS)).isEqualTo(0.5);
    assertThat(slowMerit(ThresholdRule.ACCURACY, clients, 0.5)).isEqualTo(3);
    assertThat(slowMerit(ThresholdRule.ACCURACY, clients, 2.5)).isEqualTo(4);
    assertThat(ThresholdRule.ACCURACY.best(clients.ranked(), COSTS)).isEqualTo(2.5);
    // As good at 1 as above all: a default found for a good client lost.
    ScoredClients even =
        new ScoredClients(
            new int[] {1, 2, 3, 4},
            new int[] {0, 0, 1, 0},
            new int[] {0, 0, 0, 0},
            new double[] {0, 0, 1, 1});
    assertThat(slowMerit(ThresholdRule.ACCURACY, even, 0.5)).isEqualTo(3);
    assertThat(slowMerit(ThresholdRule.ACCURACY, even, 2)).isEqualTo(3);
    assertThat(ThresholdRule.ACCURACY.best(even.ranked(), COSTS)).isEqualTo(0.5);
  }

  @Test
  void refusesNobodyWhereNobodyDefaults() {
    ScoredClients clients =
        new ScoredClients(
            new int[] {1, 2}, new int[] {0, 0}, new int[] {0, 1}, new double[] {0.5, 1});
    assertThat(ThresholdRule.COST.best(clients.ranked(), COSTS)).isGreaterThan(1);
  }
}
