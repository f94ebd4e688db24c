package io.clairscore.pipelines.scoring;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;

/**
 * Scores the new clients of the feature table with a bundle. The scores are computed once, into a
 * folder of the run, and then merged into the Delta table {@code scores} by client and date: the
 * same run again, or after it was killed, leaves the same table.
 */
public final class ScoreStep {
  private final Job job;
  private final LocalDate date;
  private final ScoreOptions options;

  private ScoreStep(Job job, LocalDate date, ScoreOptions options) {
    this.job = job;
    this.date = date;
    this.options = options;
  }

  /**
   * Runs the step.
   *
   * @param modelFolder bundle to score with
   * @param date scoring date; scores of other dates stay
   * @throws Refusal with MODEL if the bundle may not score these features, with DATA if there is
   *     nobody to score
   */
  public static ScoreReport run(Job job, Path modelFolder, LocalDate date, ScoreOptions options) {
    ScoreStep step = new ScoreStep(job, date, options);
    try {
      return step.run(modelFolder);
    } catch (IOException e) {
      throw Refusal.notWritten(job.workspace().scores(), e);
    }
  }

  private ScoreReport run(Path modelFolder) throws IOException {
    FeatureTable features = FeatureTable.latest(job.spark(), job.workspace().features());
    ModelFolder model = ModelFolder.proved(modelFolder, features);
    Path staging = job.workspace().runs().resolve(job.runId()).resolve("scores.staging");
    FolderSwap.remove(staging);
    Files.createDirectories(staging.getParent());
    CrashPoint.reach("score.begun");
    stage(features, model, staging);
    CrashPoint.reach("score.staged");
    Dataset<Row> scores =
        job.spark().read().schema(ScoreFunction.SCHEMA).parquet(staging.toString());
    ScoreReport report = report(scores, model, features);
    merge(scores);
    CrashPoint.reach("score.merged");
    if (options.submission().isPresent()) {
      Submission.write(scores, options.submission().get());
      CrashPoint.reach("score.submission-written");
    }
    FolderSwap.remove(staging);
    CrashPoint.reach("score.staging-removed");
    report.lines().forEach(job.progress()::say);
    return report;
  }

  private void stage(FeatureTable features, ModelFolder model, Path staging) {
    Dataset<Row> clients = features.vectors();
    if (!options.all()) {
      clients = clients.filter(col("TARGET").isNull());
    }
    ScoreFunction score =
        new ScoreFunction(model, date, features.version(), job.conf().scoring().topReasons());
    clients
        .select("SK_ID_CURR", "features")
        // Explanations take far longer than reading: more tasks than files keep all cores busy.
        .repartition(col("SK_ID_CURR"))
        .mapPartitions(score, Encoders.row(ScoreFunction.SCHEMA))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(staging.toString());
  }

  private void merge(Dataset<Row> scores) {
    Path path = job.workspace().scores();
    // A table of an earlier version keeps its columns, and the merge adds what is new.
    DeltaTable table =
        DeltaFolders.exists(path)
            ? DeltaTable.forPath(job.spark(), path.toString())
            : DeltaTable.createIfNotExists(job.spark())
                .location(path.toString())
                .addColumns(ScoreFunction.SCHEMA)
                .execute();
    CrashPoint.reach("score.table-created");
    table
        .as("old")
        .merge(
            scores.as("new"),
            "old.SK_ID_CURR = new.SK_ID_CURR AND old.scoring_date = new.scoring_date")
        .withSchemaEvolution()
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  private ScoreReport report(Dataset<Row> scores, ModelFolder model, FeatureTable features) {
    Map<String, Long> levels = new TreeMap<>();
    long clients = 0;
    long refused = 0;
    long toReview = 0;
    double probability = 0;
    for (Row row :
        scores
            .groupBy("level", "decision", "to_review")
            .agg(functions.count("*"), functions.sum("probability"))
            .collectAsList()) {
      long count = row.getLong(3);
      clients += count;
      probability += row.getDouble(4);
      refused += row.getString(1).equals("REFUSED") ? count : 0;
      toReview += row.getBoolean(2) ? count : 0;
      levels.merge(row.getString(0), count, Long::sum);
    }
    if (clients == 0) {
      throw ScoreErrors.nobody(options.all());
    }
    String bundle = model.load().manifest().training().runId();
    return new ScoreReport(
        date.toString(),
        bundle,
        features.version(),
        clients,
        refused,
        toReview,
        probability / clients,
        levels);
  }
}
