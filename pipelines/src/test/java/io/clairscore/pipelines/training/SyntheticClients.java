package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.features.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small feature tables whose outcome depends on the first features, with missing values. */
public final class SyntheticClients {
  private static final double MISSING = 0.1;
  private static final List<String> NAMES =
      List.of("EXT_SOURCE_1", "DAYS_BIRTH", "EXT_SOURCE_3", "BURO_DAYS_CREDIT_MEAN");

  private SyntheticClients() {}

  /** Settings under which a fit takes a moment. */
  public static Configuration configuration(String... overrides) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "training.threads=1",
                "training.folds=2",
                "training.xgboost.rounds=20",
                "training.xgboost.earlyStoppingRounds=3",
                "training.xgboost.eta=0.3",
                "training.xgboost.maxDepth=[3]",
                "training.xgboost.minChildWeight=1",
                "training.xgboost.colsampleBytree=[1.0]",
                "training.xgboost.lambda=[1]",
                "training.xgboost.alpha=0",
                "training.monotone.rising=[]",
                "training.monotone.falling=[]",
                "training.leakage.maximumAuc=1.0",
                "training.leakage.maximumFeatureAuc=1.0"));
    settings.addAll(List.of(overrides));
    return ConfigurationReader.read(null, Map.of(), settings);
  }

  /** The schema of a feature table of so many features, F0 and on. */
  public static StructType schema(int features) {
    StructType schema =
        new StructType()
            .add("SK_ID_CURR", DataTypes.IntegerType)
            .add("TARGET", DataTypes.IntegerType);
    for (int feature = 0; feature < features; feature++) {
      schema = schema.add("F" + feature, DataTypes.FloatType);
    }
    return schema;
  }

  /** Labelled clients from 1 on, then new clients whose outcome is not known. */
  public static Dataset<Row> table(
      SparkSession spark, int labelled, int unlabelled, int features, double strength) {
    Random random = new Random(7);
    List<Row> rows =
        IntStream.rangeClosed(1, labelled + unlabelled)
            .mapToObj(client -> client(client, client <= labelled, features, strength, random))
            .toList();
    return spark.createDataFrame(rows, schema(features)).repartition(3);
  }

  /**
   * Rows that learners are given: the client, the outcome, an inner order and a vector of F0 on.
   */
  public static Dataset<Row> vectors(Dataset<Row> table, int features) {
    Column[] values =
        IntStream.range(0, features)
            .mapToObj(i -> functions.coalesce(functions.col("F" + i), functions.lit(Float.NaN)))
            .toArray(Column[]::new);
    return table.select(
        functions.col(Columns.CLIENT),
        functions.col(Columns.TARGET),
        functions.xxhash64(functions.col(Columns.CLIENT)).as(Columns.INNER),
        functions.array(values).as(Columns.FEATURES));
  }

  /** The same clients, their features named as those of the catalogue, so that reasons exist. */
  public static Dataset<Row> named(Dataset<Row> table) {
    Dataset<Row> named = table;
    for (int i = 0; i < NAMES.size(); i++) {
      named = named.withColumnRenamed("F" + i, NAMES.get(i));
    }
    return named;
  }

  private static Row client(
      int client, boolean labelled, int features, double strength, Random random) {
    Object[] cells = new Object[features + 2];
    double risk = -2;
    for (int feature = 0; feature < features; feature++) {
      float value = (float) random.nextGaussian();
      boolean missing = random.nextDouble() < MISSING;
      cells[feature + 2] = missing ? null : value;
      risk += missing || feature > 2 ? 0 : strength * value;
    }
    boolean defaulted = random.nextDouble() < 1 / (1 + Math.exp(-risk));
    cells[0] = client;
    cells[1] = labelled ? (defaulted ? 1 : 0) : null;
    return RowFactory.create(cells);
  }

  /** Writes a table as the features of a workspace. */
  public static void save(Dataset<Row> table, Path features) {
    table.write().format("delta").mode("overwrite").save(features.toString());
  }
}
