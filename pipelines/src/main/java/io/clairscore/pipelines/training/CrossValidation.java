package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What cross-validation found.
 *
 * @param candidates the grid with its costs
 * @param chosen the cheapest point
 * @param models the chosen point's model of each fold
 * @param scored every training client, scored by the model that did not see it
 */
record CrossValidation(
    List<TrainReport.Candidate> candidates,
    GridPoint chosen,
    List<EarlyStoppedXgboostModel> models,
    ScoredClients scored) {

  /** Fits every point of the grid on every fold; selection may use each fold's best threshold. */
  static CrossValidation of(Job job, Dataset<Row> rows, MonotoneDirections directions) {
    int folds = job.conf().training().folds();
    EarlyStoppedXgboost estimator =
        new EarlyStoppedXgboost(
            job.conf().training(), line -> job.progress().say(line), Balance.AS_IT_IS, directions);
    ParamMap[] grid = estimator.grid();
    CrossValidatorModel validated =
        new CrossValidator()
            .setEstimator(estimator)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BusinessCostEvaluator(job.conf().business()))
            .setNumFolds(folds)
            .setFoldCol(Columns.FOLD)
            .setCollectSubModels(true)
            .setParallelism(1)
            .fit(rows);
    double[] costs = validated.avgMetrics();
    int best =
        IntStream.range(0, grid.length).reduce((a, b) -> costs[b] < costs[a] ? b : a).getAsInt();
    List<EarlyStoppedXgboostModel> models =
        IntStream.range(0, folds)
            .mapToObj(fold -> (EarlyStoppedXgboostModel) validated.subModels()[fold][best])
            .toList();
    List<TrainReport.Candidate> candidates =
        IntStream.range(0, grid.length)
            .mapToObj(i -> new TrainReport.Candidate(estimator.point(grid[i]), costs[i]))
            .toList();
    return new CrossValidation(
        candidates, estimator.point(grid[best]), models, outOfFold(rows, models));
  }

  private static ScoredClients outOfFold(Dataset<Row> rows, List<EarlyStoppedXgboostModel> models) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (int fold = 0; fold < models.size(); fold++) {
      parts.add(models.get(fold).transform(rows.filter(col(Columns.FOLD).equalTo(fold))));
    }
    return ScoredClients.collect(parts.stream().reduce(Dataset::union).orElseThrow());
  }

  /** Rounds of the served model: the median of the folds'. */
  int medianRounds() {
    double[] rounds = models.stream().mapToDouble(model -> model.trees().rounds()).toArray();
    return (int) Math.round(new Median().evaluate(rounds));
  }

  /** Whether no client differs from another. */
  boolean saysNothing() {
    return Arrays.stream(scored.margin()).distinct().count() < 2;
  }
}
