package io.clairscore.drift.verdict;

import java.util.List;

/**
 * What ingest says of the tables behind the current population.
 *
 * @param tables counts of each table
 * @param issues what is wrong, most rows first
 */
public record DataQuality(List<TableQuality> tables, List<QualityIssue> issues) {

  public DataQuality {
    tables = List.copyOf(tables);
    issues = List.copyOf(issues);
  }
}
