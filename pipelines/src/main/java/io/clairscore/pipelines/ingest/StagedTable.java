package io.clairscore.pipelines.ingest;

import java.util.List;

/**
 * A table of a load that waits to be published.
 *
 * @param table name of the table
 * @param files what became of the rows of each of its files
 */
record StagedTable(String table, List<FileCounts> files) {

  StagedTable {
    files = List.copyOf(files);
  }

  long kept() {
    return files.stream().mapToLong(FileCounts::kept).sum();
  }

  long quarantined() {
    return files.stream().mapToLong(FileCounts::quarantined).sum();
  }
}
