package io.clairscore.pipelines.documents;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The single figures of a run in one language, by name of the slot they fill. */
final class Facts {
  private static final int SHORT_HASH = 12;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A cost this close to the least, as a share of it, is not worth telling apart. */
  private static final double FLAT = 0.01;

  private final Account account;
  private final DocumentTexts texts;
  private final Numbers numbers;
  private final Map<String, String> slots = new TreeMap<>();

  private Facts(Account account, DocumentTexts texts, Numbers numbers) {
    this.account = account;
    this.texts = texts;
    this.numbers = numbers;
  }

  static Map<String, String> of(Account account, DocumentTexts texts, Numbers numbers) {
    Facts facts = new Facts(account, texts, numbers);
    facts.origin();
    facts.clients();
    facts.settings();
    facts.decision();
    facts.costs();
    facts.quality();
    facts.weights();
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
    slots.put("featureCount", numbers.count(report().data().featureCount()));
    slots.put("featuresVersion", numbers.count(report().data().featuresVersion()));
    slots.put("warnings", warnings(report().warnings()));
  }

  private String warnings(List<String> warnings) {
    return warnings.isEmpty()
        ? ""
        : warnings.stream()
            .map(warning -> "\n> - " + warning)
            .collect(Collectors.joining("", "\n> " + texts.say("warnings"), "\n"));
  }

  private void clients() {
    ScoredClients training = account.run().scores().training().clients();
    ScoredClients apart = account.run().scores().holdOut().clients();
    double clients = (double) training.size() + apart.size();
    double defaults = (double) training.positives() + apart.positives();
    slots.put("clients", numbers.count(clients));
    slots.put("defaults", numbers.count(defaults));
    slots.put("defaultRate", numbers.percent(defaults / clients));
    slots.put("oneIn", numbers.points(clients / defaults));
    slots.put("trainingClients", numbers.count(training.size()));
    slots.put("trainingDefaults", numbers.count(training.positives()));
    slots.put("holdOutClients", numbers.count(apart.size()));
    slots.put("holdOutDefaults", numbers.count(apart.positives()));
    slots.put("holdOutRate", numbers.percent((double) apart.positives() / apart.size()));
    slots.put(
        "meanProbability",
        numbers.percent(
            Arrays.stream(account.run().scores().holdOut().probability()).average().orElseThrow()));
  }

  private void settings() {
    TrainingConf training = account.run().settings();
    XgboostConf xgboost = training.xgboost();
    slots.put("folds", numbers.count(training.folds()));
    slots.put("holdOutShare", numbers.percent(training.holdOutShare()));
    slots.put("rounds", numbers.count(xgboost.rounds()));
    slots.put("earlyStoppingRounds", numbers.count(xgboost.earlyStoppingRounds()));
    slots.put("earlyStoppingShare", numbers.percent(xgboost.earlyStoppingShare()));
    slots.put("eta", numbers.setting(xgboost.eta()));
    slots.put("minChildWeight", numbers.setting(xgboost.minChildWeight()));
    slots.put("subsample", numbers.setting(xgboost.subsample()));
    slots.put("alpha", numbers.setting(xgboost.alpha()));
    slots.put("maxBin", numbers.setting(xgboost.maxBin()));
    slots.put("trees", numbers.count(report().choice().rounds()));
    slots.put("depth", numbers.count(report().choice().chosen().maxDepth()));
    slots.put("colsample", numbers.setting(report().choice().chosen().colsampleBytree()));
    slots.put("lambda", numbers.setting(report().choice().chosen().lambda()));
    slots.put("maximumFeatureAuc", numbers.setting(training.leakage().maximumFeatureAuc()));
    slots.put("maximumAuc", numbers.setting(training.leakage().maximumAuc()));
  }

  private void decision() {
    Manifest manifest = account.run().manifest();
    Points points = manifest.points();
    slots.put("falseNegativeCost", numbers.setting(account.costs().falseNegativeCost()));
    slots.put("falsePositiveCost", numbers.setting(account.costs().falsePositiveCost()));
    slots.put("breakEven", numbers.rate(account.costs().breakEvenProbability()));
    slots.put("thresholdProbability", numbers.rate(manifest.threshold().probability()));
    slots.put("thresholdPoints", numbers.points(points.exact(manifest.threshold().margin())));
    slots.put(
        "reviewPoints", numbers.setting(manifest.threshold().reviewWidth() / 2 * points.factor()));
    slots.put("basePoints", numbers.setting(points.basePoints()));
    slots.put("baseOdds", numbers.setting(points.baseOdds()));
    slots.put("pointsToDouble", numbers.setting(points.pointsToDouble()));
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
            numbers.percent(served.training().refusalRate()),
            "accuracy",
            numbers.percent(account.place(ComparedThreshold.ACCURACY).training().refusalRate()),
            "accuracyExcess",
            numbers.rate(ofAccuracy),
            "f1Excess",
            numbers.rate(ofF1)));
    double[] flat =
        account.grid().stream()
            .filter(place -> trainingCost(place) <= least * (1 + FLAT))
            .mapToDouble(place -> place.training().refusalRate())
            .toArray();
    slots.put("flatLow", numbers.percent(Arrays.stream(flat).min().orElseThrow()));
    slots.put("flatHigh", numbers.percent(Arrays.stream(flat).max().orElseThrow()));
    slots.put("flat", numbers.percent(FLAT));
    slots.put("servedCost", numbers.rate(served.holdOut().cost(account.costs())));
    slots.put("acceptAllCost", holdOut(Metric.ACCEPT_ALL_COST));
    slots.put("refuseAllCost", holdOut(Metric.REFUSE_ALL_COST));
  }

  private double trainingCost(Place place) {
    return place.training().cost(account.costs());
  }

  private void quality() {
    slots.put("calibrationError", numbers.percent(account.reliability().error()));
    slots.put(
        "calibrationMethod",
        texts.say(
            account.run().manifest().calibration() instanceof Isotonic
                ? "calibration.isotonic"
                : "calibration.platt"));
  }

  private void weights() {
    Importance importance = account.importance();
    slots.put("protectedCount", numbers.count(importance.protectedCount()));
    slots.put("protectedShare", numbers.percent(importance.protectedShare()));
    slots.put(
        "explainedClients", numbers.count(account.run().bundle().reference().explainedClients()));
  }

  private String holdOut(Metric metric) {
    return numbers.rate(report().holdOut().get(metric).value());
  }

  private TrainReport report() {
    return account.run().report();
  }
}
