package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.StudyConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostConf;
import io.clairscore.pipelines.study.learner.Dummy;
import io.clairscore.pipelines.study.learner.LogisticLearner;
import io.clairscore.pipelines.study.learner.ScorecardLearner;
import io.clairscore.pipelines.study.learner.SparkTreesLearner;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.XgboostLearner;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models from simple to complex; each has to earn its complexity against the one before.
 *
 * @param conf effective configuration
 */
record Ladder(Configuration conf) {
  static final String ACCEPT_ALL = "accept-all";
  static final String LOGISTIC = "logistic";
  static final String SCORECARD = "scorecard";
  static final String XGBOOST = "xgboost";

  /**
   * One rung.
   *
   * @param candidate what is fitted
   * @param against name of the next simpler rung, null for the lowest
   */
  record Rung(Candidate candidate, String against) {
    String name() {
      return candidate.name();
    }
  }

  /** Every rung, the simplest first. */
  List<Rung> rungs() {
    return Stream.concat(simple().stream(), Stream.of(boosted())).toList();
  }

  /** The rungs whose Spark tasks need one core each. */
  List<Rung> simple() {
    StudyConf study = conf.study();
    int sampled = study.sampledClients();
    long seed = conf.training().seed();
    return List.of(
        new Rung(dummy(ACCEPT_ALL, Dummy.ACCEPT_ALL), null),
        new Rung(dummy("refuse-all", Dummy.REFUSE_ALL), ACCEPT_ALL),
        new Rung(dummy("random", Dummy.RANDOM_BY_PREVALENCE), ACCEPT_ALL),
        new Rung(
            Candidate.of(
                LOGISTIC,
                study.logistic().penalties().stream()
                    .map(
                        penalty ->
                            new LogisticLearner(
                                study.logistic(), penalty, sampled, Balance.AS_IT_IS))
                    .toList()),
            ACCEPT_ALL),
        new Rung(
            Candidate.of(SCORECARD, new ScorecardLearner(study.scorecard(), sampled)), LOGISTIC),
        new Rung(
            Candidate.of(
                "random-forest",
                study.forest().depths().stream()
                    .map(depth -> SparkTreesLearner.forest(study.forest(), depth, sampled, seed))
                    .toList()),
            SCORECARD),
        new Rung(
            Candidate.of(
                "boosted-trees",
                study.boostedTrees().depths().stream()
                    .map(
                        depth ->
                            SparkTreesLearner.boosted(study.boostedTrees(), depth, sampled, seed))
                    .toList()),
            "random-forest"));
  }

  /** XGBoost, whose threads are the cores of one Spark task. */
  Rung boosted() {
    TrainingConf training = conf.training();
    XgboostConf configured = training.xgboost();
    List<XgboostLearner> grid =
        configured
            .points(conf.study().xgboostDepths(), configured.colsampleBytree(), configured.lambda())
            .stream()
            .map(point -> new XgboostLearner(training, point))
            .toList();
    return new Rung(Candidate.of(XGBOOST, grid), "boosted-trees");
  }

  private static Candidate dummy(String name, Dummy dummy) {
    return new Candidate(name, List.of(dummy), Dummy.THRESHOLD);
  }
}
