package io.clairscore.pipelines.spark;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * What every step of a run works with.
 *
 * @param spark session of the application the step runs in
 * @param workspace where tables and models live
 * @param conf effective configuration
 * @param runId identifier of the run; the same identifier continues a run that was cut off
 * @param progress where the step tells how far it is
 */
public record Job(
    SparkSession spark, Workspace workspace, Configuration conf, String runId, Progress progress) {

  public RunJournal journal() {
    return new RunJournal(workspace, runId);
  }

  /**
   * Does a step unless this run has finished it before, as {@link RunJournal#once} does.
   *
   * @param written folder that the step writes, named if the storage fails it
   */
  public <R> R once(String step, String input, Path written, Class<R> result, Supplier<R> work) {
    try {
      return journal().once(step, input, result, work);
    } catch (RuntimeException e) {
      throw StorageFailure.explain(written, e);
    }
  }
}
