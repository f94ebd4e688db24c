package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.AucDifference;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Judged;
import java.util.HashMap;
import java.util.Map;

/** The stored candidates of a study, judged at given costs, each once. */
final class Judgements {
  private final StudyRecords records;
  private final BusinessConf costs;
  private final Bootstrap bootstrap;
  private final Map<String, Judged> judged = new HashMap<>();

  Judgements(StudyRecords records, BusinessConf costs, Bootstrap bootstrap) {
    this.records = records;
    this.costs = costs;
    this.bootstrap = bootstrap;
  }

  BusinessConf costs() {
    return costs;
  }

  Judged of(String candidate) {
    return judged.computeIfAbsent(
        candidate,
        name -> Judged.of(records.scores(name), records.candidate(name).threshold(), costs));
  }

  /** Whichever of XGBoost as configured and as searched costs less over the folds. */
  String chosen() {
    boolean better = of(StudyReport.TUNED).cost() < of(Ladder.XGBOOST).cost();
    return better ? StudyReport.TUNED : Ladder.XGBOOST;
  }

  CandidateRecord record(String candidate) {
    return records.candidate(candidate);
  }

  /** Cost per training client of one candidate less that of another. */
  Estimate outOfFold(String candidate, String against) {
    return bootstrap.difference(
        of(candidate).outOfFold().costs(costs), of(against).outOfFold().costs(costs));
  }

  /** AUC over the folds of one candidate less that of another. */
  Estimate aucOutOfFold(String candidate, String against) {
    return AucDifference.of(
        of(candidate).outOfFold().scores().clients(), of(against).outOfFold().scores().clients());
  }

  /** Cost per client kept apart of one candidate less that of another. */
  Estimate holdOut(String candidate, String against) {
    return bootstrap.difference(
        of(candidate).holdOut().costs(costs), of(against).holdOut().costs(costs));
  }
}
