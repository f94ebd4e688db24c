package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.scorer.Calibration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The out-of-fold scores turned into decisions, honestly: what judges a client was fitted on other
 * folds than the client's.
 *
 * @param probability cross-fitted probability of each training client
 * @param refused decision on each training client, at the threshold of the other folds
 * @param folds each fold's figures
 * @param outOfFold all training clients
 * @param calibration fitted on all of them, for new clients
 * @param thresholdMargin cheapest threshold on all of them, for new clients
 */
record Judgement(
    double[] probability,
    boolean[] refused,
    List<FoldReport> folds,
    JudgedClients outOfFold,
    Calibration calibration,
    double thresholdMargin) {

  static Judgement of(SparkSession spark, CrossValidation validation, Configuration conf) {
    ScoredClients scored = validation.scored();
    Calibrator calibrator = new Calibrator(spark);
    double[] thresholds = otherFoldsThresholds(scored, conf);
    double[] probability = calibrator.crossFitted(scored, thresholds.length);
    boolean[] refused = new boolean[scored.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = scored.margin()[i] >= thresholds[scored.fold()[i]];
    }
    return new Judgement(
        probability,
        refused,
        folds(validation, thresholds, conf),
        new JudgedClients(scored, probability, refused, conf.business()),
        calibrator.fit(scored),
        scored.ranked().bestThreshold(conf.business()));
  }

  /** For each fold, the cheapest threshold on the others. */
  static double[] otherFoldsThresholds(ScoredClients scored, Configuration conf) {
    return scored.fromOtherFolds(
        conf.training().folds(), others -> others.ranked().bestThreshold(conf.business()));
  }

  private static List<FoldReport> folds(
      CrossValidation validation, double[] thresholds, Configuration conf) {
    List<FoldReport> reports = new ArrayList<>();
    for (int fold = 0; fold < thresholds.length; fold++) {
      int judged = fold;
      ScoredClients inside = validation.scored().where(other -> other == judged);
      boolean[] refused = new boolean[inside.size()];
      for (int i = 0; i < refused.length; i++) {
        refused[i] = inside.margin()[i] >= thresholds[fold];
      }
      var measured =
          new JudgedClients(inside, new double[inside.size()], refused, conf.business())
              .measure(inside.once());
      reports.add(
          new FoldReport(
              fold,
              inside.size(),
              inside.positives(),
              validation.models().get(fold).trees().rounds(),
              measured.get(Metric.AUC),
              measured.get(Metric.COST_PER_CLIENT)));
    }
    return reports;
  }
}
