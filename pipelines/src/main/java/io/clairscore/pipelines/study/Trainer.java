package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.CandidateRecord.FoldFit;
import io.clairscore.pipelines.study.CandidateRecord.GridCost;
import io.clairscore.pipelines.study.evaluation.Scores;
import io.clairscore.pipelines.study.learner.LearnerEstimator;
import io.clairscore.pipelines.study.learner.LearnerModel;
import io.clairscore.pipelines.training.BusinessCostEvaluator;
import io.clairscore.pipelines.training.Calibrator;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits candidates.
 *
 * @param job the run
 * @param data its clients
 */
record Trainer(Job job, StudyData data) {

  /**
   * Spark's CrossValidator over all folds with the business cost, then the hold-out by its last
   * fit, which is on all training clients.
   */
  Fitted crossValidated(Candidate candidate) {
    LearnerEstimator estimator = new LearnerEstimator(candidate.grid(), job.progress()::say);
    ParamMap[] points = estimator.points();
    int folds = job.conf().training().folds();
    CrossValidatorModel validated =
        new CrossValidator()
            .setEstimator(estimator)
            .setEstimatorParamMaps(points)
            .setEvaluator(new BusinessCostEvaluator(job.conf().business()))
            .setNumFolds(folds)
            .setFoldCol(Columns.FOLD)
            .setCollectSubModels(true)
            .setParallelism(1)
            .fit(data.training());
    double[] costs = validated.avgMetrics();
    int best =
        IntStream.range(0, costs.length).reduce((a, b) -> costs[b] < costs[a] ? b : a).getAsInt();
    List<LearnerModel> models =
        IntStream.range(0, folds)
            .mapToObj(fold -> (LearnerModel) validated.subModels()[fold][best])
            .toList();
    long start = System.nanoTime();
    ScoredClients outOfFold = outOfFold(data.training(), models);
    double predictSeconds = (System.nanoTime() - start) / 1e9;
    LearnerModel refit = (LearnerModel) validated.bestModel();
    ScoredClients seen = ScoredClients.collect(refit.transform(data.all()));
    ScoredClients fitted = seen.where(fold -> fold != Columns.HOLD_OUT);
    CandidateRecord record =
        new CandidateRecord(
            candidate.name(),
            candidate.grid().get(best).parameters(),
            IntStream.range(0, costs.length)
                .mapToObj(i -> new GridCost(candidate.grid().get(i).parameters(), costs[i]))
                .toList(),
            foldFits(models),
            refit.fitSeconds(),
            predictSeconds,
            fitted.ranked().auc(fitted.once()),
            candidate.threshold());
    Scores scores =
        candidate.threshold() == null
            ? calibrated(outOfFold, seen.where(fold -> fold == Columns.HOLD_OUT), folds)
            : byPrevalence(outOfFold, seen.where(fold -> fold == Columns.HOLD_OUT));
    return new Fitted(record, scores, refit.learned().predictor());
  }

  /**
   * The first point of the grid on the first folds only: each is scored by a fit on all other
   * training clients. No hold-out, no calibration: probabilities are the margins' own.
   */
  Fitted onFirstFolds(Candidate candidate, Dataset<Row> training, int folds) {
    LearnerEstimator estimator = new LearnerEstimator(candidate.grid(), job.progress()::say);
    List<LearnerModel> models = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      models.add(estimator.fit(training.filter(col(Columns.FOLD).notEqual(fold))));
    }
    long start = System.nanoTime();
    ScoredClients scored = outOfFold(training, models);
    double predictSeconds = (System.nanoTime() - start) / 1e9;
    CandidateRecord record =
        new CandidateRecord(
            candidate.name(),
            candidate.grid().get(0).parameters(),
            List.of(),
            foldFits(models),
            null,
            predictSeconds,
            null,
            candidate.threshold());
    double[] probability = new double[scored.size()];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = 1 / (1 + Math.exp(-scored.margin()[i]));
    }
    return new Fitted(record, new Scores(scored, probability), null);
  }

  private static ScoredClients outOfFold(Dataset<Row> rows, List<LearnerModel> models) {
    return ScoredClients.collect(
        IntStream.range(0, models.size())
            .mapToObj(
                fold -> models.get(fold).transform(rows.filter(col(Columns.FOLD).equalTo(fold))))
            .reduce(Dataset::union)
            .orElseThrow());
  }

  private static List<FoldFit> foldFits(List<LearnerModel> models) {
    return IntStream.range(0, models.size())
        .mapToObj(
            fold ->
                new FoldFit(
                    fold,
                    models.get(fold).fitSeconds(),
                    Map.copyOf(models.get(fold).learned().facts())))
        .toList();
  }

  private Scores calibrated(ScoredClients outOfFold, ScoredClients holdOut, int folds) {
    Calibrator calibrator = new Calibrator(job.spark());
    double[] inside = calibrator.crossFitted(outOfFold, folds);
    var calibration = calibrator.fit(outOfFold);
    double[] apart =
        IntStream.range(0, holdOut.size())
            .mapToDouble(i -> calibration.probability(holdOut.margin()[i]))
            .toArray();
    return Scores.joined(new Scores(outOfFold, inside), new Scores(holdOut, apart));
  }

  /** A decision without knowledge gives everybody the share of defaults. */
  private static Scores byPrevalence(ScoredClients outOfFold, ScoredClients holdOut) {
    double share = (double) outOfFold.positives() / outOfFold.size();
    ScoredClients all = Scores.joined(outOfFold, holdOut);
    double[] probability = new double[all.size()];
    Arrays.fill(probability, share);
    return new Scores(all, probability);
  }
}
