package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.pipelines.documents.Documents;
import io.clairscore.pipelines.dossiers.DossierReport;
import io.clairscore.pipelines.dossiers.DossierStep;
import io.clairscore.pipelines.export.ExportReport;
import io.clairscore.pipelines.export.ExportStep;
import io.clairscore.pipelines.features.FeatureReport;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.ingest.IngestReport;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.scoring.ScoreOptions;
import io.clairscore.pipelines.scoring.ScoreReport;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.synthetic.Format;
import io.clairscore.pipelines.synthetic.Population;
import io.clairscore.pipelines.synthetic.SyntheticData;
import io.clairscore.pipelines.tracking.TrackedTraining;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.pipelines.training.TrainStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs the steps one after another, in three Spark applications, and tells what came out. */
final class MainJob {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Application application;
  private final RunJournal journal;

  MainJob(Application application) {
    this.application = application;
    this.journal = new RunJournal(application.workspace(), application.runId());
  }

  void generate(Population population, Path folder) {
    application.call(
        "generate", job -> new SyntheticData(job, population, Format.CSV).write(folder));
  }

  /** Everything from files to a published version; returns the summary for a person. */
  String run(Path data, LocalDate date, Optional<Path> submission, Set<String> allowed) {
    ObjectNode summary = JSON.createObjectNode().put("run", application.runId());
    StringBuilder text = new StringBuilder();
    application.call("prepare", job -> prepare(job, data, summary, text));
    train(allowed, summary, text);
    application.call("score", job -> deliver(job, date, submission, summary, text));
    text.append(String.format("%nworkspace %s%n", application.workspace().root()));
    keep(summary, text.toString());
    return text.toString();
  }

  private Void prepare(Job job, Path data, ObjectNode summary, StringBuilder text) {
    job.progress().step("1 of 6 ingest");
    IngestReport ingested = new IngestStep().run(job, data);
    job.progress().step("2 of 6 dossiers");
    DossierReport dossiers = new DossierStep().run(job);
    job.progress().step("3 of 6 features");
    FeatureReport features = new FeatureStep().run(job);
    summary.set("ingest", ingested.json());
    summary.set("dossiers", JSON.valueToTree(dossiers));
    summary.set("features", JSON.valueToTree(features));
    heading(text, "Data").append(ingested.text());
    text.append(dossiers.text()).append('\n').append(features.text()).append('\n');
    return null;
  }

  private void train(Set<String> allowed, ObjectNode summary, StringBuilder text) {
    application.progress().step("4 of 6 train");
    JsonNode report =
        application.callTraining(
            job ->
                journal.once(
                    "train",
                    trainingInput(job, allowed),
                    () ->
                        told(
                            TrackedTraining.run(job, new TrainOptions(allowed), System.getenv()))));
    Path documents = Documents.write(application.workspace(), application.runId());
    summary.set("train", report.get("report"));
    heading(text, "Model");
    report.get("lines").forEach(line -> text.append(line.asText()).append('\n'));
    text.append("documents in ").append(documents).append('\n');
  }

  /** A trained model is worth minutes: it is trained again only for other features or settings. */
  private String trainingInput(Job job, Set<String> allowed) {
    long version = FeatureTable.latest(job.spark(), job.workspace().features()).version();
    return "features "
        + version
        + ", "
        + JSON.valueToTree(job.conf())
        + ", "
        + new TreeSet<>(allowed);
  }

  private static ObjectNode told(TrainReport report) {
    ObjectNode told = JSON.createObjectNode();
    told.set("report", JSON.valueToTree(report));
    told.set("lines", JSON.valueToTree(report.lines()));
    return told;
  }

  private Void deliver(
      Job job, LocalDate date, Optional<Path> submission, ObjectNode summary, StringBuilder text) {
    // As the commands score and export: an unproved model does not take the champion's place.
    Path model = Models.champion(application).orElseGet(() -> TrainStep.modelFolder(job));
    job.progress().step("5 of 6 score");
    ScoreReport scores = ScoreStep.run(job, model, date, new ScoreOptions(false, submission));
    job.progress().step("6 of 6 export");
    ExportReport published = ExportStep.run(job, model, job.runId());
    summary.set("score", JSON.valueToTree(scores));
    summary.set("export", JSON.valueToTree(published));
    heading(text, "Scores").append(String.join("\n", scores.lines())).append('\n');
    text.append(String.join("\n", published.lines())).append('\n');
    return null;
  }

  private static StringBuilder heading(StringBuilder text, String name) {
    return text.append('\n').append("== ").append(name).append('\n');
  }

  private void keep(ObjectNode summary, String text) {
    journal.keep("summary.json", summary);
    try {
      DurableFiles.replace(
          journal.folder().resolve("summary.txt"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
