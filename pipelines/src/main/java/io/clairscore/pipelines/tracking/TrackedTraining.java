package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.registry.Aliases;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

/**
 * A training that is recorded from its first to its last line, and offered to the MLflow server
 * that the environment names: once when it begins, once when it ends.
 */
public final class TrackedTraining {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Job job;
  private final Tracking tracking;
  private final RunRecord record;

  private TrackedTraining(Job job, Map<String, String> environment) {
    this.job = job;
    this.tracking = new Tracking(job.workspace(), job.conf().tracking(), environment);
    this.record = RunRecord.open(Tracking.folder(job.workspace(), job.runId()), job.runId());
  }

  /**
   * Trains as {@link TrainStep#run} does, and makes the model the challenger.
   *
   * @param environment environment variables, which may name a server
   * @throws Refusal as the step does, and with DATA if this run was recorded with other settings or
   *     data
   */
  public static TrainReport run(Job job, TrainOptions options, Map<String, String> environment) {
    return new TrackedTraining(job, environment).run(options);
  }

  private TrainReport run(TrainOptions options) {
    FeatureTable features = FeatureTable.latest(job.spark(), job.workspace().features());
    intentions(features, options);
    tracking.offer(job.runId(), job.progress());
    try (ReadLineage lineage = ReadLineage.of(job.spark())) {
      TrainReport report = TrainStep.run(job, options);
      lineage(lineage, features.version());
      TrainingRecord.write(record, job, report, features.catalogueHash());
      record.succeeded();
      Path models = job.workspace().models();
      Aliases.read(models).trained(job.runId()).write(models);
      tracking.offer(job.runId(), job.progress());
      return report;
    } catch (RuntimeException e) {
      record.failed(e);
      tracking.offer(job.runId(), job.progress());
      throw e;
    }
  }

  private void intentions(FeatureTable features, TrainOptions options) {
    record.parameter("table.features.version", features.version());
    record.parameter("table.features.count", features.names().size());
    record.parameter("table.features.catalogue", features.catalogueHash());
    record.parameter("allowedAlarms", new TreeSet<>(options.allowedAlarms()));
    record.parameters("training", JSON.valueToTree(job.conf().training()));
    record.parameters("business", JSON.valueToTree(job.conf().business()));
    try {
      record.artifact(JSON.writeValueAsBytes(job.conf()), "configuration.json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables Spark was seen to read, with the versions that this run pinned. */
  private void lineage(ReadLineage lineage, long featuresVersion) {
    Map<Path, Long> versions =
        Map.of(
            job.workspace().features(),
            featuresVersion,
            job.workspace().training(),
            DeltaFolders.version(job.spark(), job.workspace().training()));
    for (Path path : lineage.read()) {
      versions.forEach(
          (table, version) -> {
            if (path.startsWith(table)) {
              record.input(table.getFileName().toString(), table, "delta", version.toString());
            }
          });
    }
  }
}
