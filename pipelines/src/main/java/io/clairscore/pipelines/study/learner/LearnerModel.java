package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.features.Columns;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A fitted learner. Adds {@code margin} and {@code probability} to rows with feature vectors. */
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
    return new Margins(learned.predictor()).addTo(rows.toDF());
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
