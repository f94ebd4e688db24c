package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The Delta table {@code training}: one row per labelled client with its fold, {@code SK_ID_CURR
 * INT, TARGET INT, fold INT, inner_order BIGINT}. It holds no features; they are joined from the
 * version of {@code features} that its commit names.
 *
 * <p>Clients are ranked by a hash within TARGET. The first ranks are the hold-out, the rest are
 * dealt to the folds in turn: every part has the same share of defaults, and no client moves
 * because the table is stored otherwise.
 */
public final class TrainingTable {
  private final SparkSession spark;
  private final Path path;

  public TrainingTable(SparkSession spark, Path path) {
    this.spark = spark;
    this.path = path;
  }

  /** The rows of the table for these labelled clients. */
  public static Dataset<Row> divide(Dataset<Row> labelled, TrainingConf conf) {
    WindowSpec ofClass = Window.partitionBy(Columns.TARGET);
    WindowSpec ranked = ofClass.orderBy(hash(conf.seed()), col(Columns.CLIENT));
    Column rank = row_number().over(ranked).minus(1);
    Column kept =
        org.apache
            .spark
            .sql
            .functions
            .round(count(lit(1)).over(ofClass).multiply(conf.holdOutShare()))
            .cast("int");
    return labelled
        .select(col(Columns.CLIENT), col(Columns.TARGET))
        .withColumn("rank", rank)
        .withColumn("kept", kept)
        .withColumn(
            Columns.FOLD,
            when(col("rank").lt(col("kept")), ScoredClients.HOLD_OUT)
                .otherwise(pmod(col("rank").minus(col("kept")), lit(conf.folds()))))
        .withColumn(Columns.INNER, hash(~conf.seed()))
        .drop("rank", "kept");
  }

  /** Replaces the table; the commit records the version of the features it was made from. */
  public void write(Dataset<Row> rows, long featuresVersion, TrainingConf conf) {
    rows.coalesce(1)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .option(
            "userMetadata",
            String.format(
                "{\"featuresVersion\":%d,\"seed\":%d,\"folds\":%d,\"holdOutShare\":%s}",
                featuresVersion, conf.seed(), conf.folds(), conf.holdOutShare()))
        .save(path.toString());
  }

  Dataset<Row> read() {
    return DeltaFolders.read(spark, path);
  }

  /** Training rows with their feature vectors; small, so the folds travel to the features. */
  public Dataset<Row> joined(FeatureTable features) {
    return features
        .vectors()
        .drop(Columns.TARGET)
        .join(broadcast(read()), Columns.CLIENT)
        .select(Columns.CLIENT, Columns.TARGET, Columns.FOLD, Columns.INNER, Columns.FEATURES);
  }

  private static Column hash(long seed) {
    return xxhash64(lit(seed), col(Columns.CLIENT));
  }
}
