package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.conf.BusinessConf;
import org.junit.jupiter.api.Test;

class OtherFoldsTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  @Test
  void takesEachFoldsThresholdFromTheOtherFolds() {
    ScoredClients clients = DecisionsTest.sixty();
    double[] thresholds = ThresholdRule.COST.ofOtherFolds(clients, COSTS, 3);
    for (int fold = 0; fold < 3; fold++) {
      int judged = fold;
      double ofOthers =
          ThresholdRule.COST.best(clients.where(other -> other != judged).ranked(), COSTS);
      assertThat(thresholds[fold]).isEqualTo(ofOthers);
    }
  }

  @Test
  void doesNotMoveAFoldsThresholdWithItsOwnOutcomes() {
    ScoredClients clients = DecisionsTest.sixty();
    int[] worse = clients.target().clone();
    for (int i = 0; i < worse.length; i++) {
      worse[i] = clients.fold()[i] == 1 ? 1 : worse[i];
    }
    ScoredClients changed =
        new ScoredClients(clients.client(), worse, clients.fold(), clients.margin());
    double[] before = ThresholdRule.COST.ofOtherFolds(clients, COSTS, 3);
    double[] after = ThresholdRule.COST.ofOtherFolds(changed, COSTS, 3);
    assertThat(after[1]).isEqualTo(before[1]);
    assertThat(after).isNotEqualTo(before);
  }
}
