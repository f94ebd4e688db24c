package io.clairscore.pipelines.training;

/** What is measured on a set of judged clients. */
public enum Metric {
  COST_PER_CLIENT("cost per client"),
  ACCEPT_ALL_COST("cost if all are accepted"),
  REFUSE_ALL_COST("cost if all are refused"),
  AUC("AUC"),
  KS("Kolmogorov-Smirnov"),
  GINI("Gini"),
  BRIER("Brier score"),
  ACCURACY("accuracy"),
  RECALL("recall of defaults"),
  REFUSAL_RATE("refusal rate"),
  TRUE_POSITIVES("defaults refused"),
  FALSE_NEGATIVES("defaults accepted"),
  FALSE_POSITIVES("good clients refused"),
  TRUE_NEGATIVES("good clients accepted");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** Whether it counts clients. */
  boolean counts() {
    return compareTo(TRUE_POSITIVES) >= 0;
  }

  /** Name for people. */
  public String label() {
    return label;
  }
}
