package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.dossiers.DossierStep;
import io.clairscore.pipelines.export.ExportRequest;
import io.clairscore.pipelines.export.ExportStep;
import io.clairscore.pipelines.features.FeatureRequest;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.scoring.ScoreReport;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.tracking.TrackedTraining;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.pipelines.training.TrainStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the steps one after another, in three Spark applications, and tells what came out. */
final class MainJob {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STEPS = 6;

  private final Application application;
  private final Set<String> allowedLeakage;
  private final ScoringOptions scoring;
  private final Summary summary;

  MainJob(Application application, Set<String> allowedLeakage, ScoringOptions scoring) {
    this.application = application;
    this.allowedLeakage = new TreeSet<>(allowedLeakage);
    this.scoring = scoring;
    this.summary = new Summary(application.runId());
  }

  /** Everything from files to a published version; returns the summary for a person. */
  Report run(Path data) {
    application.call("prepare", job -> prepare(job, data));
    train();
    ScoreReport scores = application.call("score", this::deliver);
    summary.say("workspace " + application.workspace().root());
    Report told =
        Outlook.of(application).documents().explain(scores).drift().promote().after(summary);
    summary.keep(application, told);
    return told;
  }

  private Void prepare(Job job, Path data) {
    summary.heading("Data");
    begin(1, "ingest");
    summary.add("ingest", IngestStep.run(job, new IngestRequest(data)));
    begin(2, "dossiers");
    summary.add("dossiers", DossierStep.run(job));
    begin(3, "features");
    summary.add("features", FeatureStep.run(job, FeatureRequest.CHANGED));
    return null;
  }

  private void train() {
    begin(4, "train");
    Told report =
        application.callTraining(
            job -> job.journal().once("train", trainingInput(job), Told.class, () -> train(job)));
    Documents.write(application.workspace(), application.runId(), application.conf().documents());
    summary.heading("Model");
    summary.add("train", report.report(), report);
  }

  /** A trained model is worth minutes: it is trained again only for other features or settings. */
  private String trainingInput(Job job) {
    long version = FeatureTable.latest(job.spark(), job.workspace().features()).version();
    return "features " + version + ", " + JSON.valueToTree(job.conf()) + ", " + allowedLeakage;
  }

  private Told train(Job job) {
    TrainReport report =
        TrackedTraining.run(job, new TrainOptions(allowedLeakage), System.getenv());
    return new Told(JSON.valueToTree(report), report.lines());
  }

  private ScoreReport deliver(Job job) {
    // As the commands score and export: an unproved model does not take the champion's place.
    Path model = Models.champion(application).orElseGet(() -> TrainStep.modelFolder(job));
    summary.heading("Scores");
    begin(5, "score");
    ScoreReport scores = ScoreStep.run(job, scoring.request(model, false));
    summary.add("score", scores);
    begin(6, "export");
    summary.add("export", ExportStep.run(job, new ExportRequest(model, job.runId())));
    return scores;
  }

  private void begin(int number, String step) {
    application.progress().step(number, STEPS, step);
  }

  /** A report as the journal keeps it. */
  private record Told(JsonNode report, List<String> lines) implements Report {}
}
