package io.clairscore.pipelines.ingest;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of one file: {@code read = kept + quarantined}, always.
 *
 * @param file published name, without extension
 * @param bytes size of the file
 * @param read data rows
 * @param kept rows that went on to the raw table
 * @param quarantined rows that broke a rule
 * @param reasons quarantined rows by "COLUMN: reason"
 * @param unseen kept values outside the frozen category lists, by column
 */
public record FileCounts(
    String file,
    long bytes,
    long read,
    long kept,
    long quarantined,
    Map<String, Long> reasons,
    Map<String, Long> unseen) {

  public FileCounts {
    reasons = new TreeMap<>(reasons);
    unseen = new TreeMap<>(unseen);
    long explained = reasons.values().stream().mapToLong(Long::longValue).sum();
    if (read != kept + quarantined || quarantined != explained) {
      throw new IllegalStateException(
          "Rows of "
              + file
              + " do not reconcile: read "
              + read
              + ", kept "
              + kept
              + ", quarantined "
              + quarantined
              + ", explained "
              + explained);
    }
  }

  /** Counts once some kept rows were found to break a rule after all. */
  FileCounts refuse(Map<String, Long> more) {
    Map<String, Long> all = new TreeMap<>(reasons);
    more.forEach((reason, rows) -> all.merge(reason, rows, Long::sum));
    long refused = more.values().stream().mapToLong(Long::longValue).sum();
    return new FileCounts(file, bytes, read, kept - refused, quarantined + refused, all, unseen);
  }
}
