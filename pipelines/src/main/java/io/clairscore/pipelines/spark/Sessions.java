package io.clairscore.pipelines.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens Spark sessions. Whatever spark-submit or a system property sets is kept; the configuration
 * only fills the gaps.
 */
public final class Sessions {
  /** The configuration refuses these: nobody sets them to be passed over. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC");

  private static final Map<String, String> UNLESS_SET =
      Map.of(
          // Small tables: fifty snapshot tasks per commit would cost more than the data.
          "spark.databricks.delta.snapshotPartitions", "2",
          // A barrier stage that can never start says so at once instead of after ten minutes.
          "spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "1",
          "spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "1s");

  /** Workers of a cluster have an environment of their own, which must change no result either. */
  private static final String WORKER_OPTIONS = "spark.executor.defaultJavaOptions";

  private static final String WORKER_DEFAULTS =
      "-Duser.language=en -Duser.country=US -Duser.timezone=UTC";

  private Sessions() {}

  /**
   * Opens a session of its own Spark application.
   *
   * @param name name of the application
   * @param defaults settings used where nothing else sets them
   * @param required settings of this application that win over all others
   */
  public static SparkSession open(
      String name, Map<String, String> defaults, Map<String, String> required) {
    SparkConf conf = new SparkConf();
    ALWAYS.forEach(conf::set);
    defaults.forEach(conf::setIfMissing);
    UNLESS_SET.forEach(conf::setIfMissing);
    required.forEach(conf::set);
    conf.set(WORKER_OPTIONS, WORKER_DEFAULTS + " " + conf.get(WORKER_OPTIONS, ""));
    return SparkSession.builder().appName("clairscore " + name).config(conf).getOrCreate();
  }
}
