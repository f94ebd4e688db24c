package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Clients by outcome. */
record ClassCounts(long good, long bad) {

  static ClassCounts of(Dataset<Row> rows) {
    long bad = rows.filter(col(Columns.TARGET).equalTo(1)).count();
    return new ClassCounts(rows.count() - bad, bad);
  }

  double shareOfDefaults() {
    return (double) bad / (good + bad);
  }

  double goodsPerDefault() {
    return (double) good / bad;
  }
}
