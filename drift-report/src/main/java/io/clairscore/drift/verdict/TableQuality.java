package io.clairscore.drift.verdict;

/**
 * What ingest says of one table.
 *
 * @param referenceRows accepted rows behind the reference
 * @param currentRows accepted rows behind the current population
 * @param quarantined current rows refused
 * @param duplicates of them, repeated keys
 * @param violations of them, values out of bounds or broken links
 */
public record TableQuality(
    String table,
    long referenceRows,
    long currentRows,
    long quarantined,
    long duplicates,
    long violations) {

  public TableQuality {
    if (referenceRows < 0 || currentRows < 0 || quarantined < 0) {
      throw new IllegalArgumentException("Table " + table + " has less than no rows");
    }
    if (duplicates < 0 || violations < 0 || duplicates + violations > quarantined) {
      throw new IllegalArgumentException(
          "Table %s: %d duplicates and %d violations among %d quarantined rows"
              .formatted(table, duplicates, violations, quarantined));
    }
  }

  /** Share of the rows read that are refused, NaN if none were read. */
  public double quarantinedShare() {
    long read = currentRows + quarantined;
    return read == 0 ? Double.NaN : (double) quarantined / read;
  }

  /** Change of the number of rows, NaN if there were none. */
  public double volumeChange() {
    return referenceRows == 0 ? Double.NaN : (double) currentRows / referenceRows - 1;
  }
}
