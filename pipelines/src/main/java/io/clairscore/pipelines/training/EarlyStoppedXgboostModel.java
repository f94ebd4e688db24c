package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.pipelines.features.Columns;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The trees up to the best round of an early-stopped fit. Adds {@code margin} and {@code
 * probability} to rows with feature vectors, by the scorer's own walk through the trees.
 */
public final class EarlyStoppedXgboostModel extends Model<EarlyStoppedXgboostModel> {
  private final String uid;
  private final BoostedTrees trees;

  EarlyStoppedXgboostModel(String uid, BoostedTrees trees) {
    this.uid = uid;
    this.trees = trees;
  }

  /** The trees it predicts with. */
  BoostedTrees trees() {
    return trees;
  }

  /** The model with exactly its trees, as XGBoost's JSON document. */
  public byte[] json() {
    return trees.json();
  }

  /** Number of trees, the best round included. */
  public int rounds() {
    return trees.rounds();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> rows) {
    return rows.toDF()
        .withColumn(Columns.MARGIN, MarginFunction.of(trees).apply(col(Columns.FEATURES)))
        .withColumn(
            Columns.PROBABILITY,
            lit(1.0)
                .divide(
                    exp(col(Columns.MARGIN).cast(DataTypes.DoubleType).unary_$minus()).plus(1.0)));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema
        .add(Columns.MARGIN, DataTypes.FloatType)
        .add(Columns.PROBABILITY, DataTypes.DoubleType);
  }

  @Override
  public EarlyStoppedXgboostModel copy(ParamMap extra) {
    return copyValues(new EarlyStoppedXgboostModel(uid, trees), extra).setParent(parent());
  }

  @Override
  public String uid() {
    return uid;
  }
}
