package io.clairscore.pipelines.study.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.evaluation.ThresholdRule;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.ScoredClients;
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
        double found = slowMerit(rule, clients, rule.best(clients, COSTS));
        double best =
            Arrays.stream(others).map(other -> slowMerit(rule, clients, other)).max().orElseThrow();
        assertThat(found).as("%s, seed %d", rule, seed).isCloseTo(best, within(1e-12));
      }
    }
  }

  @Test
  void costsAsMuchAsTheThresholdOfTheTraining() {
    ScoredClients clients = SmallScores.tied(300, 3);
    double ours = slowMerit(ThresholdRule.COST, clients, ThresholdRule.COST.best(clients, COSTS));
    double training = clients.ranked().bestThreshold(COSTS);
    assertThat(ours).isEqualTo(slowMerit(ThresholdRule.COST, clients, training));
  }

  @Test
  void refusesNobodyWhereNobodyDefaults() {
    ScoredClients clients =
        new ScoredClients(
            new int[] {1, 2}, new int[] {0, 0}, new int[] {0, 1}, new double[] {0.5, 1});
    assertThat(ThresholdRule.COST.best(clients, COSTS)).isGreaterThan(1);
  }
}
