package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.Importance;
import io.clairscore.pipelines.conf.MonotoneConf;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.Manifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sentences about a run that say one thing or another, by name of the slot they fill. */
record Statements(Account account, DocumentTexts texts) {

  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    all.put("inputs", inputs().sentence(texts));
    all.put("monotone", monotone());
    all.put("compact", compact());
    all.put("protectedSentence", protectedAttributes());
    all.put("recourse", recourse(account.run().manifest().metrics(), texts));
    all.put("intervals", intervals());
    all.put("candidatesSentence", candidates());
    Map.Entry<String, Double> strongest = strongest();
    all.put("strongestFeature", FeatureTexts.core().label(strongest.getKey()).in(texts.language()));
    all.put("strongestAuc", texts.rate(strongest.getValue()));
    return all;
  }

  /** What the model reads. */
  Inputs inputs() {
    return Inputs.of(account.run().manifest());
  }

  private String compact() {
    TrainReport.Data data = report().data();
    return texts.say(
        report().compactSizes().isEmpty() ? "compact.none" : "compact.some",
        "count",
        texts.count(data.featureCount()),
        "admitted",
        texts.count(data.admittedFeatures()));
  }

  private String monotone() {
    MonotoneConf conf = account.run().settings().monotone();
    return conf.enforced()
        ? texts.say("monotone.on", "rising", read(conf.rising()), "falling", read(conf.falling()))
        : texts.say("monotone.off");
  }

  /** Of features with a direction, those that the model reads. */
  private String read(List<String> features) {
    Manifest manifest = account.run().manifest();
    return texts.count(features.stream().filter(manifest.features()::contains).count());
  }

  private String protectedAttributes() {
    Importance importance = account.importance();
    return importance.protectedCount() == 0
        ? texts.say("protected.none")
        : texts.say(
            "protected.some",
            "count",
            texts.count(importance.protectedCount()),
            "share",
            texts.percent(importance.protectedShare()));
  }

  /** For whom of the refused there is a way, as training measured it. */
  static String recourse(JsonNode metrics, DocumentTexts texts) {
    JsonNode measured = metrics.path("recourse");
    JsonNode rate = measured.path("rate");
    return rate.isObject()
        ? texts.say(
            "recourse.some",
            "rate",
            texts.percent(rate.path("value").asDouble()),
            "low",
            texts.percent(rate.path("low").asDouble()),
            "high",
            texts.percent(rate.path("high").asDouble()),
            "found",
            texts.count(measured.path("found").asDouble()),
            "searched",
            texts.count(measured.path("searched").asDouble()))
        : texts.say("recourse.none");
  }

  private String intervals() {
    Map<Metric, Estimate> apart = report().holdOut();
    return texts.say(
        "intervals",
        "cost",
        texts.rates(apart.get(Metric.COST_PER_CLIENT)),
        "auc",
        texts.rates(apart.get(Metric.AUC)),
        "recall",
        texts.share(apart.get(Metric.RECALL)),
        "refused",
        texts.share(apart.get(Metric.REFUSAL_RATE)));
  }

  private String candidates() {
    int count = report().choice().candidates().size();
    return count == 1
        ? texts.say("candidates.one")
        : texts.say("candidates.many", "count", texts.count(count));
  }

  private Map.Entry<String, Double> strongest() {
    return report().strongestFeatures().entrySet().iterator().next();
  }

  private TrainReport report() {
    return account.run().report();
  }
}
