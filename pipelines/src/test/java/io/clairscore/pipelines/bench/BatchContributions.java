package io.clairscore.pipelines.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import ml.dmlc.xgboost4j.scala.XGBoost;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * {@code scripts/bench/batch}: what a user of XGBoost4J-Spark alone would run: the new clients of a
 * feature table through {@code transform}, with contributions. Nothing is written; the checksum
 * keeps every column needed.
 *
 * <p>Arguments: the table {@code features}, {@code model.ubj}.
 */
final class BatchContributions {

  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate();
    Dataset<Row> table = spark.read().format("delta").load(arguments[0]);
    Column[] cells =
        Arrays.stream(table.columns())
            .filter(name -> !name.equals("SK_ID_CURR") && !name.equals("TARGET"))
            .map(name -> coalesce(col(name), lit(Float.NaN)))
            .toArray(Column[]::new);
    XGBoostClassificationModel model =
        new XGBoostClassificationModel("bench", 2, XGBoost.loadModel(arguments[1]), Option.empty());
    model.setContribPredictionCol("contributions");
    Dataset<Row> clients =
        table
            .filter(col("TARGET").isNull())
            .select(col("SK_ID_CURR"), array(cells).as("features"))
            .repartition(8);
    Row sums =
        model
            .transform(clients)
            .selectExpr("count(*)", "sum(hash(probability, contributions))")
            .first();
    System.out.println(sums.getLong(0) + " clients, checksum " + sums.getLong(1));
    spark.stop();
  }
}
