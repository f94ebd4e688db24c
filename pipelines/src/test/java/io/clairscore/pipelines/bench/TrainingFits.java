package io.clairscore.pipelines.bench;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Sessions;
import io.clairscore.pipelines.training.BoostedPredictor;
import io.clairscore.pipelines.training.TrainingTable;
import io.clairscore.pipelines.training.XgboostLearner;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * {@code scripts/bench/training}: fits on demand what {@code train} fits on a fold, here on all
 * training clients, in one Spark application: for each line of the standard input it makes one fit,
 * answered by {@code FITTED seconds processor-seconds}. Rows are in Spark's memory before, as they
 * are in {@code train}; the time is that of {@code fit}, from the cached rows to the finished
 * trees.
 *
 * <p>Arguments: workspace, file for the last model, {@code key=value} settings.
 */
final class TrainingFits {

  public static void main(String[] arguments) throws Exception {
    Path tables = Path.of(arguments[0], "tables");
    Path model = Path.of(arguments[1]);
    List<String> settings = Arrays.asList(arguments).subList(2, arguments.length);
    Configuration conf = ConfigurationReader.read(null, Map.of(), settings);
    String cores = Integer.toString(conf.training().threads());
    SparkSession spark = Sessions.open("bench", conf.spark(), Map.of("spark.task.cpus", cores));
    FeatureTable features = FeatureTable.latest(spark, tables.resolve("features"));
    Dataset<Row> all =
        new TrainingTable(spark, tables.resolve("training"))
            .joined(features)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> training = all.filter(col(Columns.FOLD).geq(0));
    training.count();
    System.out.println("READY " + new ObjectMapper().writeValueAsString(conf.training()));
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    while (in.readLine() != null) {
      long start = System.nanoTime();
      long startOfWork = system.getProcessCpuTime();
      var learner = new XgboostLearner(conf.training(), conf.training().xgboost().first());
      var fitted = (BoostedPredictor) learner.fit(training).predictor();
      double seconds = (System.nanoTime() - start) / 1e9;
      double work = (system.getProcessCpuTime() - startOfWork) / 1e9;
      Files.write(model, fitted.json());
      System.out.println("FITTED " + seconds + " " + work);
    }
    spark.stop();
  }
}
