package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.clairscore.pipelines.conf.LogisticConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import java.util.Map;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Logistic regression with an L2 penalty on the strongest features, imputed and standardised.
 *
 * @param conf settings
 * @param penalty weight of the penalty, Spark's regParam
 * @param sampled most clients on whom features are chosen and prepared
 * @param balance how it makes up for the rarity of defaults
 */
public record LogisticLearner(LogisticConf conf, double penalty, int sampled, Balance balance)
    implements Learner {
  private static final int BINS = 10;
  private static final String WEIGHT = "weight";

  @Override
  public Map<String, String> parameters() {
    return Map.of("features", String.valueOf(conf.features()), "penalty", String.valueOf(penalty));
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    double defaultWeight = balance.defaultWeight(rows);
    Preparation preparation = prepare(rows, sampled, conf.features());
    LogisticRegressionModel model =
        regression(prepared(rows, preparation, defaultWeight, balance), penalty, conf.iterations());
    double[] coefficients = model.coefficients().toArray();
    double intercept = model.intercept();
    return new Learned(
        features -> margin(preparation.apply(features), coefficients, intercept),
        Map.of(
            "inputs", (double) preparation.width(),
            "iterations", (double) model.summary().totalIterations()));
  }

  /** Rows with their inputs and their weight. */
  static Dataset<Row> prepared(
      Dataset<Row> rows, Preparation preparation, double defaultWeight, Balance balance) {
    return SparkLearning.with(preparation::apply, balance.balanced(rows))
        .withColumn(
            WEIGHT, when(col(Columns.TARGET).equalTo(1), defaultWeight).otherwise(lit(1.0)));
  }

  static LogisticRegressionModel regression(Dataset<Row> prepared, double penalty, int iterations) {
    return new LogisticRegression()
        .setLabelCol(Columns.TARGET)
        .setFeaturesCol(SparkLearning.INPUT)
        .setWeightCol(WEIGHT)
        .setRegParam(penalty)
        .setStandardization(false)
        .setMaxIter(iterations)
        .fit(prepared);
  }

  /** The strongest features of these clients by information value, made ready. */
  static Preparation prepare(Dataset<Row> rows, int sampled, int features) {
    ClientMatrix clients = ClientMatrix.collect(rows, sampled);
    return Preparation.of(
        clients, WeightsOfEvidence.ranked(clients, BINS).stream().limit(features).toList());
  }

  static double margin(double[] inputs, double[] coefficients, double intercept) {
    double margin = intercept;
    for (int i = 0; i < inputs.length; i++) {
      margin += coefficients[i] * inputs[i];
    }
    return margin;
  }
}
