package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.scorer.Calibration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * The out-of-fold scores turned into decisions, honestly: what judges a client was fitted on other
 * folds than the client's.
 *
 * @param outOfFold all training clients, with cross-fitted probabilities and decided at the
 *     threshold of the other folds
 * @param folds each fold's figures
 * @param calibration fitted on all of them, for new clients
 * @param thresholdMargin cheapest threshold on all of them, for new clients
 */
record Judgement(
    Decisions outOfFold, List<FoldReport> folds, Calibration calibration, double thresholdMargin) {

  static Judgement of(SparkSession spark, Contender contender, Configuration conf) {
    ScoredClients scored = contender.scored();
    Calibrator calibrator = new Calibrator(spark);
    double[] probability = calibrator.crossFitted(scored, conf.training().folds());
    Judged judged = Judged.of(new Scores(scored, probability), null, conf.business());
    return new Judgement(
        judged.outOfFold(),
        folds(contender, judged.folds()),
        calibrator.fit(scored),
        judged.threshold());
  }

  /** New clients, judged as the served model judges them. */
  Decisions judge(ScoredClients clients) {
    double[] probability =
        IntStream.range(0, clients.size())
            .mapToDouble(i -> calibration.probability(clients.margin()[i]))
            .toArray();
    return Decisions.at(new Scores(clients, probability), thresholdMargin);
  }

  private static List<FoldReport> folds(Contender contender, List<Map<Metric, Double>> figures) {
    int[] rounds = contender.rounds();
    return IntStream.range(0, rounds.length)
        .mapToObj(
            fold -> {
              ScoredClients inside = contender.scored().where(other -> other == fold);
              return new FoldReport(
                  fold,
                  inside.size(),
                  inside.positives(),
                  rounds[fold],
                  figures.get(fold).get(Metric.AUC),
                  figures.get(fold).get(Metric.COST_PER_CLIENT));
            })
        .toList();
  }
}
