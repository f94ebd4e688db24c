package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.GateConf;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.tracking.GateCheck.Outcome;
import io.clairscore.pipelines.training.ClientGroups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The written gate between a trained model and the champion. A model must be shown to be no worse:
 * the unfavourable end of an interval counts, so that few clients prove nothing.
 *
 * @param limits what is asked
 * @param costs what a wrong decision costs
 * @param seed seed of the resamples
 * @param allInputs whether inputs that may not be told to a client are allowed expressly
 */
record Gate(GateConf limits, BusinessConf costs, long seed, boolean allInputs) {
  private static final int RESAMPLES = 1000;

  /** Every condition, in the order in which they are told. */
  List<GateCheck> judge(JudgedModel model, Optional<JudgedModel> champion) {
    List<GateCheck> checks = new ArrayList<>();
    checks.add(
        GateCheck.of(
            "golden rows",
            true,
            model.bundle().golden().size() + " rows score as they were trained",
            "all, bit for bit"));
    checks.add(Disclosure.of(model.bundle().manifest().features(), allInputs));
    if (champion.isPresent()) {
      checks.addAll(compare(model.holdOut(), champion.get().holdOut()));
    } else {
      checks.add(againstNoModel(model.holdOut()));
    }
    checks.add(calibration(model.holdOut()));
    checks.add(stability(model.holdOut(), champion));
    checks.add(fairness(model.fairness()));
    checks.add(recourse(model.bundle().manifest().metrics().path("recourse")));
    double millis = ScoreFigures.latencyMillis(model.bundle());
    checks.add(
        GateCheck.of(
            "latency",
            millis <= limits.latencyMillis(),
            text("%.3f ms for a score, 99 of 100 times", millis),
            text("at most %s ms", limits.latencyMillis())));
    return checks;
  }

  private List<GateCheck> compare(Decisions model, Decisions champion) {
    Decisions theirs = champion.alongside(model);
    Decisions ours = model.alongside(theirs);
    String costRule = text("upper end at most %+.4f", limits.costMargin());
    String aucRule = text("lower end at least %+.4f", -limits.aucMargin());
    if (ours.size() == 0 || !learnable(ours)) {
      String nobody = text("%,d clients held out by both do not suffice", ours.size());
      return List.of(
          GateCheck.of("cost", false, nobody, costRule),
          GateCheck.of("AUC", false, nobody, aucRule));
    }
    Estimate cost = costDifference(ours, theirs);
    Estimate auc = bootstrap().aucDifference(ours.scores().clients(), theirs.scores().clients());
    String on = text(" on %,d clients held out by both", ours.size());
    return List.of(
        GateCheck.of(
            "cost", cost.high() <= limits.costMargin(), "per client " + told(cost) + on, costRule),
        GateCheck.of("AUC", auc.low() >= -limits.aucMargin(), told(auc) + on, aucRule));
  }

  private static boolean learnable(Decisions clients) {
    return IntStream.of(clients.scores().clients().target()).distinct().count() == 2;
  }

  /** The first champion replaces deciding without a model. */
  private GateCheck againstNoModel(Decisions model) {
    Estimate accepting = costDifference(model, model.all(false));
    Estimate refusing = costDifference(model, model.all(true));
    boolean better = accepting.high() < 0 && refusing.high() < 0;
    return GateCheck.of(
        "cost",
        better,
        "per client "
            + told(accepting)
            + " to accepting all, "
            + told(refusing)
            + " to refusing all",
        "no champion: upper ends below 0");
  }

  private Estimate costDifference(Decisions ours, Decisions theirs) {
    return bootstrap().difference(ours.costs(costs), theirs.costs(costs));
  }

  private Bootstrap bootstrap() {
    return new Bootstrap(RESAMPLES, seed);
  }

  private GateCheck calibration(Decisions holdOut) {
    double error = Reliability.of(holdOut.scores()).error();
    return GateCheck.of(
        "calibration",
        error <= limits.calibrationError(),
        text("probabilities are %.4f from the default rates of their tenths", error),
        text("at most %s", limits.calibrationError()));
  }

  /** Cut-offs that people have in mind keep their meaning while scores are spread as before. */
  private GateCheck stability(Decisions model, Optional<JudgedModel> champion) {
    String rule = text("at most %s", limits.scorePsi());
    if (champion.isEmpty()) {
      return new GateCheck(
          "score PSI", Outcome.NOT_JUDGED, "no champion's scores to compare with", rule);
    }
    double psi =
        ScoreFigures.stabilityIndex(
            champion.get().holdOut().scores().probability(), model.scores().probability());
    return GateCheck.of(
        "score PSI", psi <= limits.scorePsi(), text("%.4f to the champion's scores", psi), rule);
  }

  /** The group that comes nearest to the limit of its attribute, or falls farthest below. */
  private GateCheck fairness(Map<String, Double> ratios) {
    Map<String, Double> asked = new TreeMap<>(limits.approvalRatio());
    String rule = text("of the best group's rate at least %s", asked);
    Optional<Map.Entry<String, Double>> least =
        ratios.entrySet().stream()
            .filter(ratio -> asked.containsKey(ClientGroups.attribute(ratio.getKey())))
            .min(Comparator.comparingDouble(this::margin));
    if (least.isEmpty()) {
      return new GateCheck("fairness", Outcome.NOT_JUDGED, "the run has no such figures", rule);
    }
    return GateCheck.of(
        "fairness",
        margin(least.get()) >= 0,
        text("approval of %s is %.3f of the best", least.get().getKey(), least.get().getValue()),
        rule);
  }

  /**
   * Of refused clients, how many are not without a way out.
   *
   * @param measured what the training measured, missing or null if it did not
   */
  GateCheck recourse(JsonNode measured) {
    String rule = text("at least %s of the refused", limits.recourseRate());
    if (!measured.path("searched").isInt()) {
      return new GateCheck(
          "recourse",
          Outcome.NOT_JUDGED,
          "the run did not measure what refused clients can do",
          rule);
    }
    JsonNode rate = measured.path("rate");
    double value = rate.path("value").asDouble();
    return GateCheck.of(
        "recourse",
        value >= limits.recourseRate(),
        text(
            "a realistic change suffices for %,d of %,d refused clients, %.3f [%.3f, %.3f]",
            measured.path("found").asInt(),
            measured.path("searched").asInt(),
            value,
            rate.path("low").asDouble(),
            rate.path("high").asDouble()),
        rule);
  }

  private double margin(Map.Entry<String, Double> ratio) {
    return ratio.getValue() - limits.approvalRatio().get(ClientGroups.attribute(ratio.getKey()));
  }

  private static String told(Estimate difference) {
    return text("%+.4f [%+.4f, %+.4f]", difference.value(), difference.low(), difference.high());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
