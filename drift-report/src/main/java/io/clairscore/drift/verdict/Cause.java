package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonValue;

/** What raises an alarm; each is one rule. */
public enum Cause {
  /** Columns the model reads are gone, empty, constant, of another type or infinite. */
  SOURCE("source", true),
  /** Ingest refused many rows of a table. */
  REFUSED_ROWS("refusedRows", true),
  /** The distribution of the score. */
  SCORE_PSI("scorePsi", false),
  /** The share of refused clients. */
  REFUSALS("refusals", false),
  /** The share of refused clients of a segment. */
  SEGMENT_REFUSALS("segmentRefusals", false),
  /** The cost of wrong decisions that the probabilities let expect. */
  COST("cost", false),
  /** A drifting column among the most important that shifts the mean score. */
  MEAN_SCORE("meanScore", false),
  /** Without a model: drifting columns among the most important. */
  IMPORTANT_COLUMNS("importantColumns", false),
  /** Without a model: the share of drifting columns, or of their importance. */
  DRIFTED_SHARE("driftedShare", false),
  /** Without a model: a classifier clearly tells the populations apart. */
  CLASSIFIER("classifier", false),
  /** Without a model: correlations between important columns. */
  CORRELATIONS("correlations", false),
  /** By Evidently's rules: the share of the columns. */
  EVIDENTLY_SHARE("evidentlyShare", false);

  private final String code;
  private final boolean broken;

  Cause(String code, boolean broken) {
    this.code = code;
    this.broken = broken;
  }

  /** The name in documents and on the command line. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether the data are broken at their source, rather than other than before. */
  public boolean broken() {
    return broken;
  }
}
