package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The verdict over all columns; its parts lie flat in documents.
 *
 * @param severity the worst that counts for the whole
 * @param alarm whether the chosen rules raise one
 */
public record DatasetVerdict(
    Severity severity,
    boolean alarm,
    Action action,
    @JsonUnwrapped Counts counts,
    @JsonUnwrapped ByNumber byNumber,
    @JsonUnwrapped ByImportance byImportance,
    @JsonUnwrapped ByEvidently byEvidently) {

  /**
   * How many columns there are of each kind.
   *
   * @param columns columns of either side
   * @param compared columns that could be compared, or are broken
   * @param drifted columns called drifted
   * @param missingAlerts columns whose share of missing values drifted
   * @param inconclusive columns with too small a sample
   */
  public record Counts(
      int columns, int compared, int drifted, int missingAlerts, int inconclusive) {}

  /**
   * By the mere number of columns.
   *
   * @param columnShare drifted of compared columns
   * @param shareAlarm whether that share raises an alarm
   */
  public record ByNumber(double columnShare, boolean shareAlarm) {}

  /**
   * By what columns weigh in the model.
   *
   * @param importanceShare share of all importance in drifted columns; each counts the same if no
   *     importance is known
   * @param importanceAlarm whether that share, or a column among the most important, raises an
   *     alarm
   * @param broken columns that are gone or changed their type, if they matter to the model or
   *     nobody knows; any of them raises an alarm
   * @param importantDrifted drifted columns among the most important, most important first
   */
  public record ByImportance(
      double importanceShare,
      boolean importanceAlarm,
      List<String> broken,
      List<String> importantDrifted) {
    public ByImportance {
      broken = List.copyOf(broken);
      importantDrifted = List.copyOf(importantDrifted);
    }
  }

  /**
   * By Evidently's default preset.
   *
   * @param evidentlyDrifted columns it calls drifted
   * @param evidentlyShare of those it has a test for
   */
  public record ByEvidently(int evidentlyDrifted, double evidentlyShare) {}
}
