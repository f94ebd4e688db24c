package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.use.Profile;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.TreeEnsemble;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.counterfactual.Reachability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Trains a model and judges it: folds, cross-validation, calibration and threshold from out-of-fold
 * scores, a last fit on all training clients, and one look at the hold-out.
 *
 * <p>Reads the Delta table {@code features}; writes the Delta table {@code training}, the bundle
 * {@code models/<run>/} and {@code runs/<run>/evidence/}. The same input gives the same model, so
 * the step may be repeated.
 */
public final class TrainStep {
  private static final int RESAMPLES = 1000;
  private static final int STRONGEST = 20;

  private final Job job;
  private final TrainingConf conf;
  private final LeakageAlarm alarm;

  private TrainStep(Job job, TrainOptions options) {
    this.job = job;
    this.conf = job.conf().training();
    this.alarm = new LeakageAlarm(conf.leakage(), options.allowedAlarms());
  }

  /**
   * Runs the step.
   *
   * @throws Refusal with DATA if the features cannot teach anything, with MODEL if the result is
   *     suspected of leakage, with USAGE if the Spark application has too few cores per task for
   *     the configured threads
   */
  public static TrainReport run(Job job, TrainOptions options) {
    return new TrainStep(job, options).run();
  }

  /** Folder of the bundle that a run leaves. */
  public static Path modelFolder(Job job) {
    return job.workspace().models().resolve(job.runId());
  }

  private TrainReport run() {
    refuseTooManyThreads();
    FeatureTable features =
        FeatureTable.latest(job.spark(), job.workspace().features()).admitted(conf.inputs());
    TrainingData.refuseUnlearnable(features, conf);
    TrainingTable table = new TrainingTable(job.spark(), job.workspace().training());
    table.write(TrainingTable.divide(features.labelled(), conf), features.version(), conf);
    // Read once: the wide table is slow to scan. The hold-out is filtered out until the end.
    Dataset<Row> all = table.joined(features).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return study(features, all, all.filter(col(Columns.FOLD).geq(0)));
    } catch (IOException e) {
      throw Refusal.notWritten(modelFolder(job), e);
    } finally {
      all.unpersist();
    }
  }

  private TrainReport study(FeatureTable features, Dataset<Row> all, Dataset<Row> training)
      throws IOException {
    job.progress().say("looking for features that know the outcome");
    Map<String, Double> featureAucs = FeatureAuc.of(training, features.names());
    alarm.checkFeatures(featureAucs);
    MonotoneDirections directions = MonotoneDirections.enforced(conf.monotone(), features.names());
    CrossValidation<XgboostLearner> validation =
        CrossValidation.of(job, training, grid(directions));
    Contender ofAll = Contender.ofAll(validation, features.names().size());
    if (ofAll.saysNothing()) {
      throw TrainErrors.constantScores();
    }
    Compaction.Found compact = Compaction.of(job, training, validation, ofAll, directions);
    Contender contender = compact.contender();
    Judgement judgement = Judgement.of(job.spark(), contender, job.conf());
    Map<Metric, Double> outOfFold = judgement.outOfFold().measure(job.conf().business());
    alarm.checkModel("over the folds", outOfFold.get(Metric.AUC));
    job.progress().say("fitting the served model on all training clients");
    XgboostPoint point = contender.served();
    Shown shown = contender.shown();
    FeatureTable kept = features.only(shown.of(features.names()));
    ServedModel served =
        ServedModel.fit(
            new BoostingRun(conf, point, directions.of(shown)), shown.of(training), kept.names());
    Decisions holdOut =
        judgement.judge(
            ScoredRows.collect(
                served.transform(
                    shown.of(all.filter(col(Columns.FOLD).equalTo(ScoredClients.HOLD_OUT))))));
    Map<Metric, Estimate> judged =
        new Bootstrap(RESAMPLES, conf.seed()).estimate(holdOut, job.conf().business());
    alarm.checkModel("on the hold-out", judged.get(Metric.AUC).value());
    job.progress().say("asking what refused clients could change");
    RecourseRate recourse =
        RecourseRate.measured(
            job,
            shown.of(all),
            holdOut,
            () ->
                Reachability.of(
                    TreeEnsemble.read(served.json()),
                    Catalogue.core().only(kept.names()),
                    judgement.thresholdMargin(),
                    Levers.standard()));
    TrainReport report =
        new TrainReport(
            data(features, kept, judgement, holdOut),
            choice(validation, point),
            new TrainReport.CrossFitted(judgement.folds(), outOfFold),
            threshold(judgement),
            judged,
            ClientGroups.of(job)
                .approvalRatios(contender.scored().client(), judgement.outOfFold().refused()),
            recourse,
            compact.sizes(),
            strongest(featureAucs),
            warnings(featureAucs, judged));
    job.progress().say("writing bundle and evidence");
    Bundle bundle =
        write(new ModelBundle(job, kept, served, judgement, report), shown.of(training));
    Evidence evidence =
        new Evidence(job.workspace().runs().resolve(job.runId()).resolve("evidence"));
    evidence.copyModel(modelFolder(job));
    evidence.configuration(job.conf());
    evidence.predictions(judgement.outOfFold(), holdOut);
    evidence.margins(served.transform(shown.of(all)), bundle);
    return report;
  }

  private static Bundle write(ModelBundle parts, Dataset<Row> training) throws IOException {
    return parts.write(
        parts.served().goldenRows(training, parts.judgement().calibration()),
        ReferenceClients.of(
            training,
            parts.judgement().outOfFold(),
            parts.levels(),
            parts.served(),
            parts.features().names()));
  }

  private List<XgboostLearner> grid(MonotoneDirections directions) {
    return conf.xgboost().points().stream()
        .map(point -> new XgboostLearner(conf, point, Balance.AS_IT_IS, directions))
        .toList();
  }

  private TrainReport.Data data(
      FeatureTable admitted, FeatureTable kept, Judgement judgement, Decisions holdOut) {
    return new TrainReport.Data(
        conf.profile(),
        kept.version(),
        admitted.names().size(),
        kept.names().size(),
        judgement.outOfFold().size(),
        holdOut.size());
  }

  private static TrainReport.Choice choice(
      CrossValidation<XgboostLearner> validation, XgboostPoint served) {
    return new TrainReport.Choice(
        IntStream.range(0, validation.costs().length)
            .mapToObj(
                i ->
                    new TrainReport.Candidate(
                        GridPoint.of(validation.grid().get(i).point()), validation.costs()[i]))
            .toList(),
        GridPoint.of(served),
        served.rounds());
  }

  private TrainReport.Threshold threshold(Judgement judgement) {
    double margin = judgement.thresholdMargin();
    return new TrainReport.Threshold(
        margin,
        judgement.calibration().probability(margin),
        job.conf().business().breakEvenProbability());
  }

  private static Map<String, Double> strongest(Map<String, Double> featureAucs) {
    Map<String, Double> strongest = new LinkedHashMap<>();
    featureAucs.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(STRONGEST)
        .forEach(entry -> strongest.put(entry.getKey(), entry.getValue()));
    return strongest;
  }

  private List<String> warnings(Map<String, Double> featureAucs, Map<Metric, Estimate> judged) {
    List<String> warnings = new ArrayList<>();
    if (conf.workers() > 1) {
      warnings.add(
          "trained by "
              + conf.workers()
              + " workers: the model depends on their number, and only training.workers=1 gives"
              + " the same bytes everywhere");
    }
    if (conf.inputs() == Profile.FULL) {
      warnings.add(
          "trained on all features: some of them may not be told to a client, so the model is for"
              + " research, and promote refuses it unless asked expressly");
    }
    alarm.silenced(featureAucs, judged.get(Metric.AUC).value()).forEach(warnings::add);
    return warnings;
  }

  private void refuseTooManyThreads() {
    int cores = job.spark().sparkContext().conf().getInt("spark.task.cpus", 1);
    if (conf.threads() > cores) {
      throw TrainErrors.tooManyThreads(conf.threads(), cores);
    }
  }
}
