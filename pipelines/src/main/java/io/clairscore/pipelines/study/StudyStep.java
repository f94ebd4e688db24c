package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.pipelines.study.learner.CoefficientPath;
import io.clairscore.pipelines.study.learner.Scorecard;
import io.clairscore.pipelines.training.BoostedPredictor;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.pipelines.training.FeatureAuc;
import io.clairscore.pipelines.training.LeakageAlarm;
import io.clairscore.pipelines.training.MonotoneDirections;
import io.clairscore.pipelines.training.XgboostLearner;
import io.clairscore.scorer.Points;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Runs a study in two Spark applications: XGBoost's threads must be the cores of one task, a
 * setting that would halve the parallelism of Spark's own algorithms.
 *
 * <p>Reads the Delta tables {@code features} and {@code raw/application}; writes the Delta table
 * {@code training} as {@code train} does, and {@code runs/<run>/study/}.
 */
public final class StudyStep implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Clients whose contributions are computed: enough for a mean, about a second on two cores. */
  private static final int EXPLAINED = 3000;

  private static final int EFFECTS = 12;

  private final Job job;
  private final Set<String> allowed;
  private final StudyData data;
  private final StudyStore store;
  private final Trainer trainer;
  private final LeakageAlarm alarm;
  private final StudyTracking tracking;

  /**
   * A study of the newest features of the workspace.
   *
   * @param allowed leakage alarms that have been looked into
   * @throws Refusal with DATA if the features cannot teach anything or this run began over other
   *     input
   */
  public StudyStep(Job job, Set<String> allowed) {
    TrainingConf training = job.conf().training();
    if (job.conf().study().search().folds() > training.folds()) {
      throw StudyErrors.tooManySearchFolds(job.conf().study().search().folds(), training.folds());
    }
    this.job = job;
    this.allowed = Set.copyOf(allowed);
    this.data = new StudyData(job, training.inputs());
    this.store = new StudyStore(new StudyRecords(job.workspace(), job.runId()), input());
    this.trainer = new Trainer(job, data);
    this.alarm = new LeakageAlarm(training.leakage(), allowed);
    store.result(StudyReport.CONFIGURATION, JsonNode.class, () -> JSON.valueToTree(job.conf()));
    this.tracking = new StudyTracking(job, data.features());
  }

  /** Everything the stored results depend on. */
  private String input() {
    return String.join(
        ", ",
        "features " + data.features().version() + " " + data.features().catalogueHash(),
        JSON.valueToTree(job.conf().training()).toString(),
        JSON.valueToTree(job.conf().business()).toString(),
        JSON.valueToTree(job.conf().study()).toString());
  }

  /** Looks at features and folds, and fits the rungs below XGBoost. */
  public void fitSimple() {
    recorded(
        () -> {
          simple();
          return null;
        });
  }

  /** Fits everything else, and reports. */
  public List<String> fitBoosted() {
    return recorded(this::boosted);
  }

  /** Whatever stops the work is said in the record. */
  private <T> T recorded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      tracking.failed(e);
      throw e;
    }
  }

  private void simple() {
    new Budget(job.conf()).lines().forEach(job.progress()::say);
    job.progress().step("study: features and folds");
    FeatureScan scan =
        store.result(
            FeatureScan.NAME,
            FeatureScan.class,
            () -> new FeatureScan(FeatureAuc.of(data.training(), data.features().names())));
    alarm.checkFeatures(scan.aucs());
    store.result(
        FoldCheck.NAME,
        FoldCheck.class,
        () -> FoldCheck.of(data.all(), job.conf().training().folds()));
    job.progress().step("study: simple models");
    new Ladder(job.conf()).simple().forEach(rung -> fit(rung.candidate()));
    job.progress().say(StudyReport.COEFFICIENTS);
    store.result(
        StudyReport.COEFFICIENTS,
        CoefficientPath.class,
        () ->
            CoefficientPath.of(
                data.training(),
                data.features().names(),
                job.conf().study().logistic(),
                job.conf().study().sampledClients()));
  }

  private List<String> boosted() {
    job.progress().step("study: boosted models");
    fit(new Ladder(job.conf()).boosted().candidate());
    job.progress().step("study: control");
    checkShuffledLabels();
    job.progress().step("study: imbalance");
    new Imbalance(job.conf()).candidates().forEach(this::fit);
    job.progress().step("study: search");
    Search.Found best = Search.best(new Search(job.conf()).run(this::search));
    job.progress().say("cheapest over its folds: " + best.name());
    XgboostLearner tuned = tuned(best.point());
    fit(Candidate.of(StudyReport.TUNED, tuned));
    fit(Candidate.of(StudyReport.MONOTONE, monotone(tuned)));
    job.progress().step("study: fairness");
    fitOtherProfile(tuned);
    store.result(Fairness.GROUPS, ClientGroups.class, () -> ClientGroups.of(job));
    job.progress().step("study: explanation");
    StudyReport report = new StudyReport(store.records(), job.conf());
    new ChosenRecourse(job, data, store).measure(report.judgements());
    store.result(
        StudyReport.EXPLANATION, ModelExplanation.class, () -> explain(report.judgements()));
    List<String> lines = report.write();
    tracking.finished(store.records().folder());
    return lines;
  }

  /** The tuned model with the features of the other profile: what fairness costs. */
  private void fitOtherProfile(XgboostLearner tuned) {
    try (StudyData others = new StudyData(job, StudyReport.other(job.conf()))) {
      Candidate candidate = Candidate.of(StudyReport.otherProfile(job.conf()), tuned);
      fit(candidate, new Trainer(job, others));
    }
  }

  /** The tuned model, bound to the directions of the configuration. */
  private XgboostLearner monotone(XgboostLearner tuned) {
    return new XgboostLearner(
        tuned.conf(),
        tuned.point(),
        tuned.balance(),
        MonotoneDirections.of(job.conf().training().monotone(), data.features().names()));
  }

  /** What the search found, at the learning rate of the served model. */
  private XgboostLearner tuned(XgboostPoint found) {
    TrainingConf training = job.conf().training();
    XgboostConf served = training.xgboost();
    return new XgboostLearner(
        training, found.paced(served.rounds(), served.eta(), served.earlyStoppingRounds()));
  }

  private void fit(Candidate candidate) {
    fit(candidate, trainer);
  }

  private void fit(Candidate candidate, Trainer with) {
    say(candidate);
    CandidateRecord done =
        store.candidate(
            candidate.name(),
            () -> {
              Fitted fitted = with.crossValidated(candidate);
              Judged judged =
                  Judged.of(fitted.scores(), candidate.threshold(), job.conf().business());
              check(candidate, "over the folds", judged.outOfFold());
              check(candidate, "on the hold-out", judged.holdOut());
              if (fitted.refit() instanceof Scorecard card) {
                keep(card);
              }
              if (fitted.refit() instanceof BoostedPredictor boosted) {
                store.records().keepModel(candidate.name(), boosted.json());
              }
              return fitted;
            });
    tracking.candidate(done, judged(candidate.name(), candidate.threshold()));
  }

  private Judged judged(String name, Double threshold) {
    return Judged.of(store.records().scores(name), threshold, job.conf().business());
  }

  private void check(Candidate candidate, String set, Decisions decisions) {
    Map<Metric, Double> measured = decisions.measure(job.conf().business());
    alarm.checkModel(set + " (" + candidate.name() + ")", measured.get(Metric.AUC));
  }

  private void say(Candidate candidate) {
    String done = store.records().has(candidate.name()) ? ": done before" : "";
    job.progress().say(candidate.name() + done);
  }

  private double search(Candidate candidate) {
    say(candidate);
    int folds = job.conf().study().search().folds();
    CandidateRecord done =
        store.candidate(
            candidate.name(), () -> trainer.onFirstFolds(candidate, data.training(), folds));
    Judged judged = judged(candidate.name(), null);
    tracking.candidate(done, judged);
    return judged.cost();
  }

  private void checkShuffledLabels() {
    TrainingConf training = job.conf().training();
    XgboostPoint fast = training.xgboost().first().paced(job.conf().study().fast());
    Candidate control = Candidate.of(ShuffledLabels.NAME, new XgboostLearner(training, fast));
    say(control);
    store.candidate(
        ShuffledLabels.NAME,
        () ->
            trainer.onFirstFolds(
                control,
                ShuffledLabels.of(data.training(), training.folds(), training.seed()),
                training.folds()));
    ScoredClients scored = store.records().scores(ShuffledLabels.NAME).clients();
    double auc = scored.ranked().auc();
    double bound = ShuffledLabels.bound(scored);
    if (Math.abs(auc - 0.5) > bound && !allowed.contains(ShuffledLabels.NAME)) {
      throw StudyErrors.shuffledLabelsLearned(auc, bound);
    }
  }

  private ModelExplanation explain(Judgements judgements) {
    String chosen = judgements.chosen();
    int sampled = job.conf().study().sampledClients();
    Dataset<Row> apart = data.all().filter(col(Columns.FOLD).equalTo(ScoredClients.HOLD_OUT));
    ClientMatrix training = ClientMatrix.collect(data.training(), sampled);
    return ModelExplanation.of(
        job.spark(),
        store.records().model(chosen),
        data.features().names(),
        judgements.of(chosen).threshold(),
        new ModelExplanation.Clients(
            training,
            judgements.of(chosen).outOfFold().refused(training.client()),
            ClientMatrix.collect(data.training(), EXPLAINED),
            ClientMatrix.collect(apart, sampled)),
        EFFECTS);
  }

  private void keep(Scorecard card) {
    var scoring = job.conf().scoring();
    Points scale =
        new Points(scoring.pointsToDoubleOdds(), scoring.basePoints(), scoring.baseOdds());
    new StudyFolder(store.records().folder())
        .write("scorecard.csv", String.join("\n", card.csv(data.features().names(), scale)) + "\n");
  }

  @Override
  public void close() {
    data.close();
  }
}
