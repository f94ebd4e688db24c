package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.evaluation.ScoredClients;

import io.clairscore.pipelines.conf.Configuration;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private final Configuration conf = SyntheticClients.configuration("training.folds=3");

  @Test
  void takesEachFoldsThresholdFromTheOtherFolds() {
    ScoredClients clients = JudgedClientsTest.sixty();
    double[] thresholds = Judgement.otherFoldsThresholds(clients, conf);
    for (int fold = 0; fold < 3; fold++) {
      int judged = fold;
      double ofOthers =
          clients.where(other -> other != judged).ranked().bestThreshold(conf.business());
      assertThat(thresholds[fold]).isEqualTo(ofOthers);
    }
  }

  @Test
  void doesNotMoveAFoldsThresholdWithItsOwnOutcomes() {
    ScoredClients clients = JudgedClientsTest.sixty();
    int[] worse = clients.target().clone();
    for (int i = 0; i < worse.length; i++) {
      worse[i] = clients.fold()[i] == 1 ? 1 : worse[i];
    }
    ScoredClients changed =
        new ScoredClients(clients.client(), worse, clients.fold(), clients.margin());
    double[] before = Judgement.otherFoldsThresholds(clients, conf);
    double[] after = Judgement.otherFoldsThresholds(changed, conf);
    assertThat(after[1]).isEqualTo(before[1]);
    assertThat(after).isNotEqualTo(before);
  }
}
