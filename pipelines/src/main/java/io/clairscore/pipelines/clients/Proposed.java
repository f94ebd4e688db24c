package io.clairscore.pipelines.clients;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** What is proposed to a client; each client is in one of these. */
public enum Proposed {
  REFUSED(col("decision").equalTo("REFUSED").and(col("to_review").equalTo(false))),
  REVIEW(col("to_review").equalTo(true)),
  ACCEPTED(col("decision").equalTo("ACCEPTED").and(col("to_review").equalTo(false)));

  private final Column rows;

  Proposed(Column rows) {
    this.rows = rows;
  }

  /** Rows of the table of scores that are so. */
  Column rows() {
    return rows;
  }

  /**
   * Those whose score is nearest to the other decision come first; of the flagged, the riskiest.
   */
  Column order() {
    return this == REFUSED ? col("margin").asc() : col("margin").desc();
  }

  /** Who comes first, in words. */
  String first() {
    return this == REVIEW ? "the riskiest first" : "nearest the threshold first";
  }
}
