package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.CandidateRecord.FoldFit;
import io.clairscore.pipelines.study.CandidateRecord.GridCost;
import io.clairscore.pipelines.training.Calibrator;
import io.clairscore.pipelines.training.CrossValidation;
import io.clairscore.pipelines.training.Learner;
import io.clairscore.pipelines.training.LearnerEstimator;
import io.clairscore.pipelines.training.LearnerModel;
import io.clairscore.pipelines.training.ScoredRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits candidates.
 *
 * @param job the run
 * @param data its clients
 */
record Trainer(Job job, StudyData data) {

  /** Cross-validation over all folds, then the hold-out by the fit on all training clients. */
  Fitted crossValidated(Candidate candidate) {
    CrossValidation<Learner> validation =
        CrossValidation.of(job, data.training(), candidate.grid());
    LearnerModel refit = validation.refit();
    ScoredClients seen = ScoredRows.collect(refit.transform(data.all()));
    ScoredClients holdOut = seen.where(fold -> fold == ScoredClients.HOLD_OUT);
    double[] costs = validation.costs();
    CandidateRecord record =
        new CandidateRecord(
            candidate.name(),
            validation.chosen().parameters(),
            IntStream.range(0, costs.length)
                .mapToObj(i -> new GridCost(candidate.grid().get(i).parameters(), costs[i]))
                .toList(),
            foldFits(validation.models()),
            refit.fitSeconds(),
            validation.scoringSeconds(),
            seen.where(fold -> fold != ScoredClients.HOLD_OUT).ranked().auc(),
            candidate.threshold());
    Scores scores =
        candidate.threshold() == null
            ? calibrated(validation.scored(), holdOut)
            : byPrevalence(validation.scored(), holdOut);
    return new Fitted(record, scores, refit.learned().predictor());
  }

  /**
   * The first point of the grid on the first folds only: each is scored by a fit on all other
   * training clients. No hold-out, no calibration: probabilities are the margins' own.
   */
  Fitted onFirstFolds(Candidate candidate, Dataset<Row> training, int folds) {
    LearnerEstimator estimator =
        new LearnerEstimator(
            candidate.grid(), CrossValidation.told(job.progress(), folds, candidate.grid()));
    List<LearnerModel> models = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      models.add(estimator.fit(training.filter(col(Columns.FOLD).notEqual(fold))));
    }
    long start = System.nanoTime();
    ScoredClients scored = ScoredRows.outOfFold(training, models);
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
    double[] probability =
        Arrays.stream(scored.margin()).map(margin -> 1 / (1 + Math.exp(-margin))).toArray();
    return new Fitted(record, new Scores(scored, probability), null);
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

  private Scores calibrated(ScoredClients outOfFold, ScoredClients holdOut) {
    Calibrator calibrator = new Calibrator(job.spark());
    double[] inside = calibrator.crossFitted(outOfFold, job.conf().training().folds());
    var calibration = calibrator.fit(outOfFold);
    double[] apart = Arrays.stream(holdOut.margin()).map(calibration::probability).toArray();
    return new Scores(outOfFold, inside).and(new Scores(holdOut, apart));
  }

  /** A decision without knowledge gives everybody the share of defaults. */
  private static Scores byPrevalence(ScoredClients outOfFold, ScoredClients holdOut) {
    ScoredClients all = outOfFold.and(holdOut);
    double[] probability = new double[all.size()];
    Arrays.fill(probability, (double) outOfFold.positives() / outOfFold.size());
    return new Scores(all, probability);
  }
}
