package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.FoldReport;
import io.clairscore.pipelines.training.RecourseRate;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a training writes to its record when it has a model. */
final class TrainingRecord {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String MODEL = "model";

  private TrainingRecord() {}

  /** Writes it; the bundle is opened once more, and proves itself. */
  static void write(RunRecord record, Job job, TrainReport report, String catalogueHash) {
    metrics(record, report);
    report.crossFitted().folds().forEach(fold -> fold(record, fold));
    candidates(record, report);
    try {
      record.artifact(JSON.writeValueAsBytes(report), "metrics.json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    String text = String.join("\n", report.lines()) + "\n";
    record.artifact(text.getBytes(StandardCharsets.UTF_8), "summary.txt");
    model(record, job, catalogueHash);
  }

  private static void metrics(RunRecord record, TrainReport report) {
    report
        .holdOut()
        .forEach(
            (metric, estimate) -> {
              String key = "holdout." + metric.key();
              record.metric(key, estimate.value());
              record.metric(key + ".low", estimate.low());
              record.metric(key + ".high", estimate.high());
            });
    report
        .crossFitted()
        .outOfFold()
        .forEach((metric, value) -> record.metric("oof." + metric.key(), value));
    report
        .approvalRatios()
        .forEach((group, ratio) -> record.metric(JudgedModel.FAIRNESS + group, ratio));
    recourse(record, report.recourse());
    record.metric("clients.training", report.data().trainingClients());
    record.metric("clients.holdout", report.data().holdOutClients());
    record.metric("rounds", report.choice().rounds());
    record.metric("threshold.margin", report.threshold().thresholdMargin());
    record.metric("threshold.probability", report.threshold().thresholdProbability());
    record.metric("threshold.break_even", report.threshold().breakEvenProbability());
  }

  private static void recourse(RunRecord record, RecourseRate recourse) {
    if (recourse != null) {
      record.metric("recourse.rate", recourse.rate().value());
      record.metric("recourse.rate.low", recourse.rate().low());
      record.metric("recourse.rate.high", recourse.rate().high());
      record.metric("recourse.refused", recourse.refused());
      record.metric("recourse.searched", recourse.searched());
      record.metric("recourse.found", recourse.found());
    }
  }

  /** A fold is a step of its metrics; the best iteration counts from 0, as XGBoost does. */
  private static void fold(RunRecord record, FoldReport fold) {
    record.metric("fold.auc", fold.auc(), fold.fold());
    record.metric("fold.cost_per_client", fold.costPerClient(), fold.fold());
    record.metric("fold.best_iteration", fold.rounds() - 1, fold.fold());
    record.metric("fold.clients", fold.clients(), fold.fold());
    record.metric("fold.defaults", fold.defaults(), fold.fold());
  }

  /** Points of the grid are child runs, where there was a choice. */
  private static void candidates(RunRecord record, TrainReport report) {
    List<TrainReport.Candidate> candidates = report.choice().candidates();
    double least =
        candidates.stream().mapToDouble(TrainReport.Candidate::cost).min().orElse(Double.NaN);
    for (int i = 0; candidates.size() > 1 && i < candidates.size(); i++) {
      TrainReport.Candidate candidate = candidates.get(i);
      RunRecord child =
          record
              .child("candidate-" + (i + 1))
              .parameter("maxDepth", candidate.point().maxDepth())
              .parameter("colsampleBytree", candidate.point().colsampleBytree())
              .parameter("lambda", candidate.point().lambda())
              .metric("cost_per_client", candidate.cost())
              .tag("chosen", String.valueOf(candidate.cost() == least));
      child.finish(RunStatus.FINISHED);
    }
  }

  private static void model(RunRecord record, Job job, String catalogueHash) {
    Path folder = TrainStep.modelFolder(job);
    try {
      Bundle bundle = Bundle.load(folder, catalogueHash);
      Manifest manifest = bundle.manifest();
      byte[] ubj = Files.readAllBytes(folder.resolve("model.ubj"));
      new MlflowModel(manifest, bundle.reference(), ubj)
          .files()
          .forEach((name, content) -> record.artifact(content, MODEL + "/" + name));
      record.tag("mlflow.source.git.commit", manifest.training().gitCommit());
      record.tag("xgboost.version", manifest.xgboostVersion());
      record.model(job.conf().tracking().model(), MODEL);
    } catch (IOException e) {
      throw TrackingErrors.unreadable(folder, e);
    }
  }
}
