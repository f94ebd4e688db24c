package io.clairscore.pipelines;

import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Jobs over a temporary workspace, with the default configuration and no output. */
public final class TestJobs {

  private TestJobs() {}

  public static Job job(SparkSession spark, Path workspace, String runId) {
    return new Job(
        spark,
        new Workspace(workspace),
        ConfigurationReader.read(null, Map.of(), List.of()),
        runId,
        new Progress(new PrintStream(OutputStream.nullOutputStream()), false));
  }
}
