package io.clairscore.pipelines.training;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.spark.Job;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What cross-validation of a grid of learners found.
 *
 * @param grid the points
 * @param costs cost per client of each, the mean of the folds' at each one's own best threshold: it
 *     selects a point, and reports none
 * @param best number of the cheapest point, the first of equally cheap ones
 * @param models the cheapest point's model of each fold
 * @param refit the cheapest point fitted on all training clients
 * @param scored every training client, scored by the model that did not see it
 * @param scoringSeconds time this took, by the clock on the wall
 */
public record CrossValidation<L extends Learner>(
    List<L> grid,
    double[] costs,
    int best,
    List<LearnerModel> models,
    LearnerModel refit,
    ScoredClients scored,
    double scoringSeconds) {

  /** Fits every point of the grid on every fold, by Spark's CrossValidator. */
  public static <L extends Learner> CrossValidation<L> of(
      Job job, Dataset<Row> rows, List<L> grid) {
    int folds = job.conf().training().folds();
    LearnerEstimator estimator = new LearnerEstimator(grid, told(job.progress(), folds, grid));
    CrossValidatorModel validated =
        new CrossValidator()
            .setEstimator(estimator)
            .setEstimatorParamMaps(estimator.points())
            .setEvaluator(new BusinessCostEvaluator(job.conf().business()))
            .setNumFolds(folds)
            .setFoldCol(Columns.FOLD)
            .setCollectSubModels(true)
            .setParallelism(1)
            .fit(rows);
    double[] costs = validated.avgMetrics();
    int best =
        IntStream.range(0, costs.length).reduce((a, b) -> costs[b] < costs[a] ? b : a).getAsInt();
    List<LearnerModel> models =
        IntStream.range(0, folds)
            .mapToObj(fold -> (LearnerModel) validated.subModels()[fold][best])
            .toList();
    long start = System.nanoTime();
    ScoredClients scored = ScoredRows.outOfFold(rows, models);
    return new CrossValidation<>(
        grid,
        costs,
        best,
        models,
        (LearnerModel) validated.bestModel(),
        scored,
        (System.nanoTime() - start) / 1e9);
  }

  /**
   * Says of each fit which it was and what came of it. All points are fitted on one fold, then on
   * the next; the last fit is that of the cheapest point on all folds.
   */
  public static LearnerEstimator.Listener told(
      Progress progress, int folds, List<? extends Learner> grid) {
    AtomicInteger fits = new AtomicInteger();
    return (learner, learned) -> {
      int fold = 1 + fits.getAndIncrement() / grid.size();
      String rows = fold > folds ? "all folds" : "fold " + fold + " of " + folds;
      progress.say(rows + distinction(learner, grid) + ": " + learner.words(learned));
    };
  }

  /** The settings that tell a point from the others of its grid. */
  private static String distinction(Learner learner, List<? extends Learner> grid) {
    StringBuilder settings = new StringBuilder();
    new TreeMap<>(learner.parameters())
        .forEach(
            (name, value) -> {
              if (grid.stream().anyMatch(other -> !value.equals(other.parameters().get(name)))) {
                settings.append(", ").append(name).append(' ').append(value);
              }
            });
    return settings.toString();
  }

  /** The cheapest point. */
  public L chosen() {
    return grid.get(best);
  }
}
