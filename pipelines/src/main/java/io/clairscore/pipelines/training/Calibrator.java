package io.clairscore.pipelines.training;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.Calibration;
import io.clairscore.scorer.Isotonic;
import io.clairscore.scorer.Platt;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.IsotonicRegression;
import org.apache.spark.ml.regression.IsotonicRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Fits the map from margins to probabilities of default, by Spark: isotonic regression, or Platt's
 * logistic curve where fewer than {@value #ISOTONIC_FROM} defaults would make steps of noise
 * (Niculescu-Mizil and Caruana 2005).
 */
public record Calibrator(SparkSession spark) {
  static final int ISOTONIC_FROM = 1000;

  public Calibration fit(ScoredClients clients) {
    return clients.positives() < ISOTONIC_FROM ? platt(clients) : isotonic(clients);
  }

  /** Each client's probability by a calibration fitted on the other folds. */
  public double[] crossFitted(ScoredClients clients, int folds) {
    List<Calibration> ofOthers = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int judged = fold;
      ofOthers.add(fit(clients.where(other -> other != judged)));
    }
    double[] probability = new double[clients.size()];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = ofOthers.get(clients.fold()[i]).probability(clients.margin()[i]);
    }
    return probability;
  }

  Isotonic isotonic(ScoredClients clients) {
    StructType schema =
        new StructType().add("label", DataTypes.DoubleType).add("features", DataTypes.DoubleType);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      rows.add(RowFactory.create((double) clients.target()[i], clients.margin()[i]));
    }
    IsotonicRegressionModel model =
        new IsotonicRegression().fit(onePartition(spark.createDataFrame(rows, schema)));
    return new Isotonic(model.boundaries().toArray(), model.predictions().toArray());
  }

  Platt platt(ScoredClients clients) {
    StructType schema =
        new StructType()
            .add("label", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      rows.add(RowFactory.create((double) clients.target()[i], Vectors.dense(clients.margin()[i])));
    }
    LogisticRegressionModel model =
        new LogisticRegression().fit(onePartition(spark.createDataFrame(rows, schema)));
    double slope = model.coefficients().apply(0);
    if (!(slope > 0)) {
      throw TrainErrors.scoresTellNothing(slope);
    }
    return new Platt(slope, model.intercept());
  }

  /** Sums in one order: the same calibration on every machine. */
  private static Dataset<Row> onePartition(Dataset<Row> rows) {
    return rows.coalesce(1);
  }
}
