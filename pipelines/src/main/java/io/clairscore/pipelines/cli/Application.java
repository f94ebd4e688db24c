package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.Sessions;
import io.clairscore.pipelines.spark.StageProgress;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Runs work in a Spark application that starts and ends with it.
 *
 * @param workspace where tables live
 * @param conf effective configuration
 * @param runId identifier of the run
 * @param progress where steps tell how far they are
 */
record Application(Workspace workspace, Configuration conf, String runId, Progress progress) {

  static Application of(Options options) {
    return new Application(
        options.workspace(), options.configuration(), options.runId(), options.progress());
  }

  /** The same application with other settings. */
  Application with(Configuration other) {
    return new Application(workspace, other, runId, progress);
  }

  /** Runs work in an application with the usual settings. */
  <T> T call(String name, Function<Job, T> work) {
    return call(name, Map.of(), work);
  }

  /**
   * Runs training in an application of its own: XGBoost's threads must be the cores of one task, a
   * setting that would halve the parallelism of every other step.
   */
  <T> T callTraining(Function<Job, T> work) {
    String cores = Integer.toString(conf.training().threads());
    return call("train", Map.of("spark.task.cpus", cores), work);
  }

  private <T> T call(String name, Map<String, String> required, Function<Job, T> work) {
    SparkSession spark = Sessions.open(name, conf.spark(), required);
    try {
      spark.sparkContext().addSparkListener(new StageProgress(progress));
      return work.apply(new Job(spark, workspace, conf, runId, progress));
    } finally {
      spark.stop();
    }
  }
}
