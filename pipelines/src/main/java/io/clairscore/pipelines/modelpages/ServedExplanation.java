package io.clairscore.pipelines.modelpages;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The served model explained as a whole, by the very clients its training judged and the values
 * they have in the published features.
 *
 * @param explanation what it does
 * @param training clients whose intervals are described
 * @param explained those of them whose contributions were computed
 * @param apart clients kept apart, on whom the rules are measured
 */
record ServedExplanation(ModelExplanation explanation, int training, int explained, int apart) {
  /** Effects of more features would not be read. */
  private static final int EFFECTS = 60;

  private static final int EXPLAINED = 2_000;
  private static final int APART = 10_000;

  /** Numbers that the driver holds of the training clients: 16 MB. */
  private static final int CELLS = 4_000_000;

  private static final int MOST_TRAINING = 30_000;

  /** Explains the model; nothing where none of its clients is in the features any more. */
  static Optional<ServedExplanation> of(SparkSession spark, TrainedRun run, FeatureTable features) {
    List<String> names = run.manifest().features();
    Dataset<Row> rows = rows(spark, run, features.only(names)).persist();
    try {
      Dataset<Row> folds = rows.filter(col(Columns.FOLD).notEqual(ScoredClients.HOLD_OUT));
      ClientMatrix training =
          ClientMatrix.collect(folds, Math.min(MOST_TRAINING, CELLS / names.size()));
      ClientMatrix explained = ClientMatrix.collect(folds, EXPLAINED);
      ClientMatrix apart =
          ClientMatrix.collect(
              rows.filter(col(Columns.FOLD).equalTo(ScoredClients.HOLD_OUT)), APART);
      if (training.size() == 0 || apart.size() == 0) {
        return Optional.empty();
      }
      ModelExplanation explanation =
          ModelExplanation.of(
              spark,
              run.bundle().trees(),
              names,
              run.manifest().threshold().margin(),
              new ModelExplanation.Clients(
                  training, run.decided().refused(training.client()), explained, apart),
              EFFECTS);
      return Optional.of(
          new ServedExplanation(explanation, training.size(), explained.size(), apart.size()));
    } finally {
      rows.unpersist();
    }
  }

  /** The clients of the evidence with their fold, outcome and vector, as training joined them. */
  private static Dataset<Row> rows(SparkSession spark, TrainedRun run, FeatureTable features) {
    StructType schema =
        new StructType()
            .add(Columns.CLIENT, DataTypes.IntegerType)
            .add(Columns.TARGET, DataTypes.IntegerType)
            .add(Columns.FOLD, DataTypes.IntegerType);
    ScoredClients clients = run.decided().scores().clients();
    List<Row> judged =
        IntStream.range(0, clients.size())
            .mapToObj(
                i -> RowFactory.create(clients.client()[i], clients.target()[i], clients.fold()[i]))
            .toList();
    Dataset<Row> ofEvidence =
        spark
            .createDataFrame(judged, schema)
            .withColumn(Columns.INNER, xxhash64(lit(~run.settings().seed()), col(Columns.CLIENT)));
    return features.vectors().drop(Columns.TARGET).join(broadcast(ofEvidence), Columns.CLIENT);
  }
}
