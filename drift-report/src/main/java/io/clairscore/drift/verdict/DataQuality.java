package io.clairscore.drift.verdict;

import java.util.List;

/** What ingest says of the tables behind the current population. */
public record DataQuality(List<TableQuality> tables) {

  public DataQuality {
    tables = List.copyOf(tables);
  }
}
