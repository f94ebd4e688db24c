package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostConf;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.Isotonic;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Points;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The single figures of a run in one language, by name of the slot they fill. */
final class Facts {
  private static final int SHORT_HASH = 12;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A cost this close to the least, as a share of it, is not worth telling apart. */
  private static final double FLAT = 0.01;

  private final Account account;
  private final DocumentTexts texts;
  private final Map<String, String> slots = new TreeMap<>();

  private Facts(Account account, DocumentTexts texts) {
    this.account = account;
    this.texts = texts;
  }

  static Map<String, String> of(Account account, DocumentTexts texts) {
    Facts facts = new Facts(account, texts);
    facts.origin();
    facts.clients();
    facts.settings();
    facts.decision();
    facts.costs();
    facts.quality();
    facts.weights();
    facts.slots.putAll(new Statements(account, texts).all());
    return facts.slots;
  }

  private void origin() {
    Manifest manifest = account.run().manifest();
    slots.put("run", manifest.training().runId());
    slots.put("created", DAY.format(Instant.parse(manifest.created())));
    slots.put("commit", manifest.training().gitCommit());
    slots.put("xgboost", manifest.xgboostVersion());
    slots.put("seed", String.valueOf(manifest.training().seed()));
    slots.put("catalogue", manifest.catalogueHash().substring(0, SHORT_HASH));
    slots.put("featureCount", texts.count(report().data().featureCount()));
    slots.put("featuresVersion", texts.count(report().data().featuresVersion()));
  }

  private void clients() {
    ScoredClients training = account.run().scores().training().clients();
    ScoredClients apart = account.run().scores().holdOut().clients();
    double clients = (double) training.size() + apart.size();
    double defaults = (double) training.positives() + apart.positives();
    slots.put("clients", texts.count(clients));
    slots.put("defaults", texts.count(defaults));
    slots.put("defaultRate", texts.percent(defaults / clients));
    slots.put("oneIn", texts.count(clients / defaults));
    slots.put("trainingClients", texts.count(training.size()));
    slots.put("trainingDefaults", texts.count(training.positives()));
    slots.put("holdOutClients", texts.count(apart.size()));
    slots.put("holdOutDefaults", texts.count(apart.positives()));
    slots.put("holdOutRate", texts.percent((double) apart.positives() / apart.size()));
    slots.put(
        "meanProbability",
        texts.percent(
            Arrays.stream(account.run().scores().holdOut().probability()).average().orElseThrow()));
  }

  private void settings() {
    TrainingConf training = account.run().settings();
    XgboostConf xgboost = training.xgboost();
    slots.put("folds", texts.count(training.folds()));
    slots.put("holdOutShare", texts.percentTick(training.holdOutShare()));
    slots.put("rounds", texts.count(xgboost.rounds()));
    slots.put("earlyStoppingRounds", texts.count(xgboost.earlyStoppingRounds()));
    slots.put("earlyStoppingShare", texts.percentTick(xgboost.earlyStoppingShare()));
    slots.put("eta", texts.setting(xgboost.eta()));
    slots.put("trees", texts.count(report().choice().rounds()));
    slots.put("depth", texts.count(report().choice().chosen().maxDepth()));
    slots.put("maximumFeatureAuc", texts.setting(training.leakage().maximumFeatureAuc()));
    slots.put("maximumAuc", texts.setting(training.leakage().maximumAuc()));
  }

  private void decision() {
    Manifest manifest = account.run().manifest();
    Points points = manifest.points();
    slots.put("falseNegativeCost", texts.setting(account.costs().falseNegativeCost()));
    slots.put("falsePositiveCost", texts.setting(account.costs().falsePositiveCost()));
    slots.put("breakEven", texts.rate(account.costs().breakEvenProbability()));
    slots.put("thresholdProbability", texts.rate(manifest.threshold().probability()));
    slots.put("thresholdPoints", texts.points(points.exact(manifest.threshold().margin())));
    slots.put(
        "reviewPoints", texts.setting(manifest.threshold().reviewWidth() / 2 * points.factor()));
    slots.put("basePoints", texts.setting(points.basePoints()));
    slots.put("baseOdds", texts.setting(points.baseOdds()));
    slots.put("pointsToDouble", texts.setting(points.pointsToDouble()));
  }

  private void costs() {
    Place served = account.place(ComparedThreshold.SERVED);
    double least = trainingCost(served);
    double ofAccuracy = trainingCost(account.place(ComparedThreshold.ACCURACY)) - least;
    double ofF1 = trainingCost(account.place(ComparedThreshold.F1)) - least;
    slots.put(
        "optimum",
        texts.say(
            ofAccuracy > 0 && ofF1 > 0 ? "optimum.differs" : "optimum.agrees",
            "served",
            texts.percent(served.training().refusalRate()),
            "accuracy",
            texts.percent(account.place(ComparedThreshold.ACCURACY).training().refusalRate()),
            "accuracyExcess",
            texts.rate(ofAccuracy),
            "f1Excess",
            texts.rate(ofF1)));
    double[] flat =
        account.grid().stream()
            .filter(place -> trainingCost(place) <= least * (1 + FLAT))
            .mapToDouble(place -> place.training().refusalRate())
            .toArray();
    slots.put("flatLow", texts.percent(Arrays.stream(flat).min().orElseThrow()));
    slots.put("flatHigh", texts.percent(Arrays.stream(flat).max().orElseThrow()));
    slots.put("flat", texts.percent(FLAT));
    slots.put("servedCost", texts.rate(served.holdOut().cost(account.costs())));
    slots.put("acceptAllCost", holdOut(Metric.ACCEPT_ALL_COST));
    slots.put(
        "acceptAllAccuracy",
        texts.percent(account.place(ComparedThreshold.ACCEPT_ALL).holdOut().accuracy()));
    slots.put("refuseAllCost", holdOut(Metric.REFUSE_ALL_COST));
  }

  private double trainingCost(Place place) {
    return place.training().cost(account.costs());
  }

  private void quality() {
    slots.put("calibrationError", texts.percent(account.reliability().error()));
    slots.put(
        "calibrationMethod",
        texts.say(
            account.run().manifest().calibration() instanceof Isotonic
                ? "calibration.isotonic"
                : "calibration.platt"));
  }

  private void weights() {
    slots.put(
        "explainedClients", texts.count(account.run().bundle().reference().explainedClients()));
  }

  private String holdOut(Metric metric) {
    return texts.rate(report().holdOut().get(metric).value());
  }

  private TrainReport report() {
    return account.run().report();
  }
}
