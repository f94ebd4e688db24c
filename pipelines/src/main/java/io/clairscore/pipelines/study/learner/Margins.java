package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.features.Columns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** A predictor as a function of the array column. */
final class Margins implements UDF1<Seq<Float>, Double> {
  private static final long serialVersionUID = 1L;

  private final Predictor predictor;

  Margins(Predictor predictor) {
    this.predictor = predictor;
  }

  /** Rows with {@code margin DOUBLE} and {@code probability DOUBLE}, its logistic function. */
  Dataset<Row> addTo(Dataset<Row> rows) {
    var margin = functions.udf(this, DataTypes.DoubleType);
    return rows.withColumn(Columns.MARGIN, margin.apply(functions.col(Columns.FEATURES)))
        .withColumn(Columns.PROBABILITY, functions.expr("1 / (1 + exp(-" + Columns.MARGIN + "))"));
  }

  @Override
  public Double call(Seq<Float> features) {
    return predictor.margin(floats(features));
  }

  /** The values of an array column. */
  static float[] floats(Seq<Float> features) {
    float[] vector = new float[features.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features.apply(i);
    }
    return vector;
  }
}
