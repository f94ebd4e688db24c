package io.clairscore.drift.verdict;

/**
 * One thing wrong with the rows received.
 *
 * @param table or file
 * @param column empty if the row as a whole is at fault
 * @param rows rows concerned
 * @param of rows read, 0 if there are none
 */
public record QualityIssue(String table, String column, IssueKind kind, long rows, long of) {

  public QualityIssue {
    if (rows < 0 || of < rows) {
      throw new IllegalArgumentException(
          "%s %s of %s: %d rows of %d".formatted(kind, column, table, rows, of));
    }
  }

  /** Share of the rows read, NaN if there are none. */
  public double share() {
    return of == 0 ? Double.NaN : (double) rows / of;
  }
}
