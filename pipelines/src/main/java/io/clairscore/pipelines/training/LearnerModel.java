package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * A fitted learner. Adds {@code margin} and its logistic function {@code probability}, both
 * doubles, to rows with feature vectors.
 */
public final class LearnerModel extends Model<LearnerModel> {
  private final String uid;
  private final Learned learned;
  private final double fitSeconds;

  LearnerModel(String uid, Learned learned, double fitSeconds) {
    this.uid = uid;
    this.learned = learned;
    this.fitSeconds = fitSeconds;
  }

  /** What it predicts with. */
  public Learned learned() {
    return learned;
  }

  /** Time of the fit by the clock on the wall. */
  public double fitSeconds() {
    return fitSeconds;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> rows) {
    Predictor predictor = learned.predictor();
    UDF1<Seq<Float>, Double> margin = features -> predictor.margin(Vectors.floats(features));
    return rows.toDF()
        .withColumn(Columns.MARGIN, udf(margin, DataTypes.DoubleType).apply(col(Columns.FEATURES)))
        .withColumn(Columns.PROBABILITY, expr("1 / (1 + exp(-" + Columns.MARGIN + "))"));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return withScores(schema);
  }

  static StructType withScores(StructType schema) {
    return schema
        .add(Columns.MARGIN, DataTypes.DoubleType)
        .add(Columns.PROBABILITY, DataTypes.DoubleType);
  }

  @Override
  public LearnerModel copy(ParamMap extra) {
    return copyValues(new LearnerModel(uid, learned, fitSeconds), extra).setParent(parent());
  }

  @Override
  public String uid() {
    return uid;
  }
}
