package io.clairscore.pipelines.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.NamedFiles;
import io.clairscore.scorer.Level;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Scores the new clients of the feature table with a bundle. The scores are computed once, into a
 * folder of the run, and then merged into the Delta table {@code scores} by client and date: the
 * same run again, or after it was killed, leaves the same table.
 */
public final class ScoreStep {
  private final Job job;
  private final ScoreRequest request;

  private ScoreStep(Job job, ScoreRequest request) {
    this.job = job;
    this.request = request;
  }

  /**
   * Runs the step.
   *
   * @throws Refusal with MODEL if the bundle may not score these features, with DATA if there is
   *     nobody to score
   */
  public static ScoreReport run(Job job, ScoreRequest request) {
    try {
      return new ScoreStep(job, request).run();
    } catch (IOException e) {
      throw Refusal.notWritten(job.workspace().scores(), e);
    }
  }

  private ScoreReport run() throws IOException {
    FeatureTable features = FeatureTable.latest(job.spark(), job.workspace().features());
    ModelFolder model = ModelFolder.proved(request.model(), features);
    Path staging = job.journal().folder().resolve("scores.staging");
    FolderSwap.remove(staging);
    Files.createDirectories(staging.getParent());
    CrashPoint.reach("score.begun");
    stage(features.only(model.load().manifest().features()), model, staging);
    CrashPoint.reach("score.staged");
    Dataset<Row> scores =
        NamedFiles.read(job.spark().read().schema(ScoreFunction.SCHEMA), "parquet", staging);
    ScoreReport report = report(scores, model, features);
    merge(scores);
    CrashPoint.reach("score.merged");
    if (request.submission().isPresent()) {
      Submission.write(scores, request.submission().get());
      CrashPoint.reach("score.submission-written");
    }
    FolderSwap.remove(staging);
    CrashPoint.reach("score.staging-removed");
    return report;
  }

  private void stage(FeatureTable features, ModelFolder model, Path staging) {
    Dataset<Row> clients = features.vectors();
    if (!request.all()) {
      clients = clients.filter(col("TARGET").isNull());
    }
    long count = clients.select("SK_ID_CURR").count();
    if (count == 0) {
      throw ScoreErrors.nobody(request.all());
    }
    job.progress().expect(count, "clients");
    ScoreFunction score =
        new ScoreFunction(model, features.version(), job.conf().scoring().topReasons());
    clients
        .select("SK_ID_CURR", "features")
        // Explanations take far longer than reading: more tasks than files keep all cores busy.
        .repartition(col("SK_ID_CURR"))
        .mapPartitions(score, Encoders.row(ScoreFunction.SCHEMA))
        .withColumn("scoring_date", lit(request.date().toString()).cast(DataTypes.DateType))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(staging.toString());
  }

  private void merge(Dataset<Row> scores) {
    Path path = job.workspace().scores();
    if (!DeltaFolders.exists(path)) {
      DeltaTable.createIfNotExists(job.spark())
          .location(path.toString())
          .addColumns(ScoreFunction.SCHEMA)
          .execute();
    }
    CrashPoint.reach("score.table-created");
    DeltaFolders.merge(job.spark(), path, scores, "SK_ID_CURR", "scoring_date");
  }

  private ScoreReport report(Dataset<Row> scores, ModelFolder model, FeatureTable features) {
    Map<Level, Long> levels = new EnumMap<>(Level.class);
    int refusedClient = Integer.MAX_VALUE;
    long clients = 0;
    long refused = 0;
    long toReview = 0;
    double probability = 0;
    for (Row row :
        scores
            .groupBy("level", "decision", "to_review")
            .agg(functions.count("*"), functions.sum("probability"), functions.min("SK_ID_CURR"))
            .collectAsList()) {
      long count = row.getLong(3);
      clients += count;
      probability += row.getDouble(4);
      if (row.getString(1).equals("REFUSED")) {
        refused += count;
        refusedClient = Math.min(refusedClient, row.getInt(5));
      }
      toReview += row.getBoolean(2) ? count : 0;
      levels.merge(Level.valueOf(row.getString(0)), count, Long::sum);
    }
    String bundle = model.load().manifest().training().runId();
    return new ScoreReport(
        request.date().toString(),
        bundle,
        features.version(),
        clients,
        refused,
        toReview,
        probability / clients,
        levels,
        refused == 0 ? null : refusedClient);
  }
}
