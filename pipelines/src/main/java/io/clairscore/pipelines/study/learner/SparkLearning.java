package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.pipelines.training.Predictor;
import java.io.Serializable;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import scala.collection.Seq;

/** What Spark's own classifiers need around them: dense vectors before, a margin after. */
final class SparkLearning {
  /** Column of the dense vectors. */
  static final String INPUT = "input";

  /** Farther than this from 0 and 1 no probability is told apart. */
  private static final double LEAST = 1e-12;

  private SparkLearning() {}

  /** A function of a feature vector that yields what the classifier sees. */
  interface Input extends Serializable {
    double[] of(float[] features);
  }

  /** Rows with their class, a double, and their dense vector, in the order of the clients. */
  static Dataset<Row> with(Input input, Dataset<Row> rows) {
    UDF1<Seq<Float>, Vector> vector =
        features -> new DenseVector(input.of(Vectors.floats(features)));
    return rows.withColumn(
            INPUT, udf(vector, SQLDataTypes.VectorType()).apply(col(Columns.FEATURES)))
        .withColumn(Columns.TARGET, col(Columns.TARGET).cast("double"))
        .drop(Columns.FEATURES);
  }

  /** The log-odds a classifier gives. */
  static Predictor predictor(Input input, ProbabilisticClassificationModel<Vector, ?> classifier) {
    return features -> {
      double bad = classifier.predictProbability(new DenseVector(input.of(features))).apply(1);
      double bounded = Math.min(1 - LEAST, Math.max(LEAST, bad));
      return Math.log(bounded / (1 - bounded));
    };
  }
}
