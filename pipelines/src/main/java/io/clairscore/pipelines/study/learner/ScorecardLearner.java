package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.ScorecardConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The scorecard of the banks: features cut into bins, a weight of evidence per bin, a choice by
 * information value without near-duplicates, and a logistic regression on the weights. Features
 * whose coefficient contradicts their own weights are dropped, so that every line of the card reads
 * in its natural direction.
 *
 * @param conf settings
 * @param sampled most clients on whom bins and weights are fitted
 */
public record ScorecardLearner(ScorecardConf conf, int sampled) implements Learner {
  /** Enough to keep coefficients finite where a class is separated. */
  private static final double PENALTY = 1e-4;

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "bins", String.valueOf(conf.bins()),
        "leastInformation", String.valueOf(conf.leastInformation()),
        "mostCorrelation", String.valueOf(conf.mostCorrelation()),
        "features", String.valueOf(conf.features()));
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    ClientMatrix clients = ClientMatrix.collect(rows, sampled);
    List<WeightsOfEvidence> chosen = choice(clients);
    Scorecard card = regression(rows, chosen);
    for (List<WeightsOfEvidence> kept = card.consistent();
        kept.size() < chosen.size();
        kept = card.consistent()) {
      chosen = kept;
      card = regression(rows, chosen);
    }
    return new Learned(card, Map.of("features", (double) chosen.size()));
  }

  /** The most informative features none of which nearly repeats one before. */
  List<WeightsOfEvidence> choice(ClientMatrix clients) {
    List<WeightsOfEvidence> chosen = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (WeightsOfEvidence next : WeightsOfEvidence.ranked(clients, conf.bins())) {
      if (chosen.size() == conf.features()
          || !chosen.isEmpty() && next.information() < conf.leastInformation()) {
        break;
      }
      double[] ofNext =
          IntStream.range(0, clients.size())
              .mapToDouble(i -> next.of(clients.rows()[i][next.feature()]))
              .toArray();
      PearsonsCorrelation correlation = new PearsonsCorrelation();
      if (weights.stream()
          .allMatch(
              other ->
                  Math.abs(correlation.correlation(other, ofNext)) <= conf.mostCorrelation())) {
        chosen.add(next);
        weights.add(ofNext);
      }
    }
    return chosen;
  }

  private static Scorecard regression(Dataset<Row> rows, List<WeightsOfEvidence> chosen) {
    List<WeightsOfEvidence> lines = List.copyOf(chosen);
    LogisticRegressionModel model =
        new LogisticRegression()
            .setLabelCol(Columns.TARGET)
            .setFeaturesCol(SparkLearning.INPUT)
            .setRegParam(PENALTY)
            .setStandardization(false)
            .fit(SparkLearning.with(features -> Scorecard.weights(lines, features), rows));
    return new Scorecard(lines, model.coefficients().toArray(), model.intercept());
  }
}
