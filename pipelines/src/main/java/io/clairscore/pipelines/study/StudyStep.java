package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.run.Job;
import io.clairscore.pipelines.study.evaluation.Judged;
import io.clairscore.pipelines.study.learner.Scorecard;
import io.clairscore.pipelines.training.LeakageAlarm;
import io.clairscore.pipelines.training.Metric;
import io.clairscore.scorer.Points;
import java.util.List;
import java.util.Set;

/**
 * Runs a study in two Spark applications: XGBoost's threads must be the cores of one task, a
 * setting that would halve the parallelism of Spark's own algorithms.
 *
 * <p>Reads the Delta table {@code features}; writes the Delta table {@code training} as {@code
 * train} does, and {@code runs/<run>/study/}.
 */
public final class StudyStep implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Job job;
  private final StudyData data;
  private final StudyStore store;
  private final Trainer trainer;
  private final LeakageAlarm alarm;

  /**
   * A study of the newest features of the workspace.
   *
   * @param allowedAlarms leakage alarms that have been looked into
   * @throws io.clairscore.pipelines.run.Refusal with DATA_REFUSED if the features cannot teach
   *     anything or this run began over other input
   */
  public StudyStep(Job job, Set<String> allowedAlarms) {
    this.job = job;
    this.data = new StudyData(job);
    this.store = new StudyStore(job.workspace(), job.runId(), input());
    this.trainer = new Trainer(job, data);
    this.alarm = new LeakageAlarm(job.conf().training().leakage(), allowedAlarms);
  }

  /** Everything the stored results depend on. */
  private String input() {
    return "features "
        + data.features().version()
        + " "
        + data.features().catalogueHash()
        + ", "
        + JSON.valueToTree(job.conf().training())
        + ", "
        + JSON.valueToTree(job.conf().business())
        + ", "
        + JSON.valueToTree(job.conf().study());
  }

  /** Fits the rungs below XGBoost. */
  public void fitSimple() {
    new Budget(job.conf()).lines().forEach(job.progress()::say);
    job.progress().step("study: simple models");
    new Ladder(job.conf()).simple().forEach(this::fit);
  }

  /** Fits everything else, and reports. */
  public List<String> fitBoosted() {
    job.progress().step("study: boosted models");
    Ladder ladder = new Ladder(job.conf());
    fit(ladder.boosted());
    return new StudyReport(store, job.conf()).write();
  }

  private void fit(Ladder.Rung rung) {
    job.progress().say(rung.name() + (store.finished(rung.name()) ? ": done before" : ""));
    store.candidate(
        rung.name(),
        () -> {
          Fitted fitted = trainer.crossValidated(rung.candidate());
          alarm.checkModel(
              "over the folds (" + rung.name() + ")",
              Judged.of(fitted.scores(), rung.candidate().threshold(), job.conf().business())
                  .outOfFold()
                  .measure(job.conf().business())
                  .get(Metric.AUC));
          if (fitted.refit() instanceof Scorecard card) {
            keep(card);
          }
          return fitted;
        });
  }

  private void keep(Scorecard card) {
    var scoring = job.conf().scoring();
    Points scale =
        new Points(scoring.pointsToDoubleOdds(), scoring.basePoints(), scoring.baseOdds());
    store.write(
        "scorecard.csv", String.join("\n", card.csv(data.features().names(), scale)) + "\n");
  }

  @Override
  public void close() {
    data.close();
  }
}
