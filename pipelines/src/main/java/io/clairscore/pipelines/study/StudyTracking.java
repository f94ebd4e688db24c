package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.tracking.RunRecord;
import io.clairscore.pipelines.tracking.RunStatus;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a study tells the tracking server: a run of its own, and a child run per candidate. The
 * record on disk comes first; a server that is away gets it later.
 */
final class StudyTracking {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Job job;
  private final Tracking tracking;
  private final RunRecord record;

  StudyTracking(Job job, FeatureTable features) {
    this.job = job;
    this.tracking = new Tracking(job.workspace(), job.conf().tracking(), System.getenv());
    this.record = RunRecord.open(Tracking.folder(job.workspace(), job.runId()), job.runId());
    record
        .parameters("training", JSON.valueToTree(job.conf().training()))
        .parameters("business", JSON.valueToTree(job.conf().business()))
        .parameters("study", JSON.valueToTree(job.conf().study()))
        .parameter("table.features.version", features.version())
        .parameter("table.features.catalogue", features.catalogueHash())
        .input("features", job.workspace().features(), "delta", String.valueOf(features.version()));
  }

  /** Records a fitted candidate; one that ended before is complete already. */
  void candidate(CandidateRecord candidate, Judged judged) {
    RunRecord child = record.child(candidate.name());
    if (child.status() == RunStatus.FINISHED) {
      return;
    }
    candidate.parameters().forEach(child::parameter);
    figures(child, "oof.", judged.outOfFold().measure(judged.costs()));
    if (judged.holdOut().scores().clients().size() > 0) {
      figures(child, "holdout.", judged.holdOut().measure(judged.costs()));
    }
    List<Map<Metric, Double>> folds = judged.folds();
    for (CandidateRecord.FoldFit fold : candidate.folds()) {
      child.metric("fold.auc", folds.get(fold.fold()).get(Metric.AUC), fold.fold());
      child.metric(
          "fold.cost_per_client", folds.get(fold.fold()).get(Metric.COST_PER_CLIENT), fold.fold());
      child.metric("fold.fit_seconds", fold.fitSeconds(), fold.fold());
      fold.facts().forEach((fact, value) -> child.metric("fold." + fact, value, fold.fold()));
    }
    child.metric("threshold.margin", judged.threshold());
    child.metric("predict_seconds", candidate.predictSeconds());
    child.finish(RunStatus.FINISHED);
    tracking.offer(job.runId(), job.progress());
  }

  private static void figures(RunRecord run, String set, Map<Metric, Double> figures) {
    figures.forEach((metric, value) -> run.metric(set + metric.key(), value));
  }

  /** Adds the tables of the finished study. Scores name clients, and stay here. */
  void finished(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> record.artifact(file, "study/" + file.getFileName()));
    } catch (IOException e) {
      throw Refusal.notWritten(folder, e);
    }
    record.succeeded();
    tracking.offer(job.runId(), job.progress());
  }

  /** Says that the study stopped with an error; it may be continued. */
  void failed(Throwable error) {
    record.failed(error);
    tracking.offer(job.runId(), job.progress());
  }
}
