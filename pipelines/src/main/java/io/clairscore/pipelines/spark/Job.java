package io.clairscore.pipelines.spark;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
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
    SparkSession spark, Workspace workspace, Configuration conf, String runId, Progress progress) {}
