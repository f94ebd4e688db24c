package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.PopulationTable;
import java.util.Arrays;
import org.apache.spark.Partitioner;

/**
 * Ranges of clients, equally many in each and no more than a group of the population's table holds:
 * each becomes a shard of the client store and such a group.
 */
final class ClientRanges extends Partitioner {
  private static final long serialVersionUID = 1L;

  /** The lowest client of each range. */
  private final int[] lowest;

  /**
   * Ranges of these clients.
   *
   * @param clients every client once, at least one
   */
  ClientRanges(int[] clients) {
    int[] sorted = clients.clone();
    Arrays.sort(sorted);
    int ranges = Math.max(1, (sorted.length + PopulationTable.GROUP - 1) / PopulationTable.GROUP);
    lowest = new int[ranges];
    for (int range = 0; range < ranges; range++) {
      lowest[range] = sorted[(int) ((long) range * sorted.length / ranges)];
    }
  }

  @Override
  public int numPartitions() {
    return lowest.length;
  }

  @Override
  public int getPartition(Object client) {
    int place = Arrays.binarySearch(lowest, (Integer) client);
    // A client below the first range has a score and no dossier.
    return place >= 0 ? place : Math.max(0, -place - 2);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientRanges ranges && Arrays.equals(lowest, ranges.lowest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lowest);
  }
}
