package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.ImbalanceConf;
import io.clairscore.pipelines.conf.StudyConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.study.learner.LogisticLearner;
import io.clairscore.pipelines.study.learner.Treatment;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.Learner;
import io.clairscore.pipelines.training.XgboostLearner;
import java.util.List;
import java.util.stream.Stream;

/**
 * One algorithm under every treatment of the rarity of defaults.
 *
 * @param conf effective configuration
 */
record Imbalance(Configuration conf) {
  static final String UNTREATED = name(Treatment.NONE);

  List<Candidate> candidates() {
    return Stream.of(Treatment.values())
        .map(treatment -> Candidate.of(name(treatment), learner(treatment)))
        .toList();
  }

  static String name(Treatment treatment) {
    return "imbalance-" + treatment.label();
  }

  private Learner learner(Treatment treatment) {
    StudyConf study = conf.study();
    TrainingConf training = conf.training();
    Balance balance = treatment.balance(study.imbalance(), training.seed());
    return study.imbalance().algorithm() == ImbalanceConf.Algorithm.LOGISTIC
        ? new LogisticLearner(
            study.logistic(), study.logistic().penalties().get(0), study.sampledClients(), balance)
        : new XgboostLearner(training, training.xgboost().first().paced(study.fast()), balance);
  }
}
