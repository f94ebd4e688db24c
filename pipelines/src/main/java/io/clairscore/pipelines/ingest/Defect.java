package io.clairscore.pipelines.ingest;

/**
 * Why a row is refused.
 *
 * @param column the offending column, empty if the row as a whole is at fault
 * @param reason the broken rule, without any value of the row
 */
record Defect(String column, String reason) {

  static Defect ofRow(String reason) {
    return new Defect("", reason);
  }

  /** The rule with its column, if there is one. */
  String words() {
    return column.isEmpty() ? reason : column + ": " + reason;
  }
}
