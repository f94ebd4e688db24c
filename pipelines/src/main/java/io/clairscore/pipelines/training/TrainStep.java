package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    FeatureTable features = FeatureTable.latest(job.spark(), job.workspace().features());
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
    job.progress().say("cross-validating over " + conf.folds() + " folds");
    MonotoneDirections directions = MonotoneDirections.enforced(conf.monotone(), features.names());
    CrossValidation validation = CrossValidation.of(job, training, directions);
    if (validation.saysNothing()) {
      throw TrainErrors.constantScores();
    }
    Judgement judgement = Judgement.of(job.spark(), validation, job.conf());
    Map<Metric, Double> outOfFold = judgement.outOfFold().measure(validation.scored().once());
    alarm.checkModel("over the folds", outOfFold.get(Metric.AUC));

    job.progress().say("fitting the served model on all training clients");
    BoostingRun run =
        new BoostingRun(conf, validation.chosen(), validation.medianRounds(), directions);
    ServedModel served = ServedModel.fit(run, training, features.names());
    ScoredClients holdOut =
        ScoredClients.collect(
            served.transform(all.filter(col(Columns.FOLD).equalTo(Columns.HOLD_OUT))));
    Map<Metric, Estimate> judged = judge(holdOut, judgement);
    alarm.checkModel("on the hold-out", judged.get(Metric.AUC).value());

    job.progress().say("writing bundle and evidence");
    TrainReport report =
        report(features, validation, judgement, outOfFold, holdOut, judged, featureAucs);
    ModelBundle parts = new ModelBundle(job, features, served, judgement, report);
    Bundle bundle =
        parts.write(
            served.goldenRows(training, judgement.calibration()),
            ReferenceClients.of(
                training, validation, judgement, parts.levels(), served, features.names()));
    Evidence evidence =
        new Evidence(job.workspace().runs().resolve(job.runId()).resolve("evidence"));
    evidence.copyModel(modelFolder(job));
    evidence.configuration(job.conf());
    evidence.predictions(validation.scored(), judgement, holdOut, bundle);
    evidence.margins(served.transform(all), bundle);
    return report;
  }

  private Map<Metric, Estimate> judge(ScoredClients holdOut, Judgement judgement) {
    double[] probability = new double[holdOut.size()];
    boolean[] refused = new boolean[holdOut.size()];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = judgement.calibration().probability(holdOut.margin()[i]);
      refused[i] = holdOut.margin()[i] >= judgement.thresholdMargin();
    }
    return new Bootstrap(RESAMPLES, conf.seed())
        .estimate(new JudgedClients(holdOut, probability, refused, job.conf().business()));
  }

  private TrainReport report(
      FeatureTable features,
      CrossValidation validation,
      Judgement judgement,
      Map<Metric, Double> outOfFold,
      ScoredClients holdOut,
      Map<Metric, Estimate> judged,
      Map<String, Double> featureAucs) {
    return new TrainReport(
        features.version(),
        features.names().size(),
        validation.scored().size(),
        holdOut.size(),
        validation.candidates(),
        validation.chosen(),
        validation.medianRounds(),
        judgement.folds(),
        outOfFold,
        judgement.thresholdMargin(),
        judgement.calibration().probability(judgement.thresholdMargin()),
        job.conf().business().breakEvenProbability(),
        judged,
        ClientGroups.of(job).approvalRatios(validation.scored().client(), judgement.refused()),
        strongest(featureAucs),
        warnings(featureAucs, judged));
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
