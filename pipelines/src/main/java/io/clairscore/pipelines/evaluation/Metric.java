package io.clairscore.pipelines.evaluation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is measured on a set of judged clients: each metric with its words, kind and formula. */
public enum Metric {
  COST_PER_CLIENT("cost per client", Kind.RATE, of -> of.confusion().cost(of.costs())),
  ACCEPT_ALL_COST(
      "cost if all are accepted",
      Kind.RATE,
      of -> of.costs().falseNegativeCost() * of.confusion().defaults() / of.confusion().clients()),
  REFUSE_ALL_COST(
      "cost if all are refused",
      Kind.RATE,
      of -> of.costs().falsePositiveCost() * of.confusion().good() / of.confusion().clients()),
  AUC("AUC", Kind.RATE, Measured::auc),
  KS("Kolmogorov-Smirnov", Kind.RATE, Measured::ks),
  GINI("Gini", Kind.RATE, of -> 2 * of.auc() - 1),
  BRIER("Brier score", Kind.RATE, of -> of.squares() / of.confusion().clients()),
  ACCURACY("accuracy", Kind.SHARE, of -> of.confusion().accuracy()),
  RECALL("recall of defaults", Kind.SHARE, of -> of.confusion().recall()),
  REFUSAL_RATE("refusal rate", Kind.SHARE, of -> of.confusion().refusalRate()),
  TRUE_POSITIVES("defaults refused", Kind.COUNT, of -> of.confusion().truePositives()),
  FALSE_NEGATIVES("defaults accepted", Kind.COUNT, of -> of.confusion().falseNegatives()),
  FALSE_POSITIVES("good clients refused", Kind.COUNT, of -> of.confusion().falsePositives()),
  TRUE_NEGATIVES("good clients accepted", Kind.COUNT, of -> of.confusion().trueNegatives());

  /** How a metric is written. */
  public enum Kind {
    /** A number with decimals. */
    RATE,
    /** A share of clients. */
    SHARE,
    /** A number of clients. */
    COUNT
  }

  private final String label;
  private final Kind kind;
  private final ToDoubleFunction<Measured> formula;

  Metric(String label, Kind kind, ToDoubleFunction<Measured> formula) {
    this.label = label;
    this.kind = kind;
    this.formula = formula;
  }

  /** Every metric of these clients. */
  static Map<Metric, Double> all(Measured measured) {
    Map<Metric, Double> all = new EnumMap<>(Metric.class);
    for (Metric metric : values()) {
      all.put(metric, metric.formula.applyAsDouble(measured));
    }
    return all;
  }

  public Kind kind() {
    return kind;
  }

  /** Name in a record of metrics. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name for people. */
  public String label() {
    return label;
  }
}
