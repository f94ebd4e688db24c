package io.clairscore.drift.verdict;

import java.util.List;

/**
 * The verdict over all columns.
 *
 * @param severity the worst that counts for the whole
 * @param alarm whether the chosen rules raise one
 * @param columns columns of either side
 * @param compared columns that could be compared, or are broken
 * @param drifted columns called drifted
 * @param missingAlerts columns whose share of missing values drifted
 * @param inconclusive columns with too small a sample
 * @param columnShare drifted of compared columns
 * @param shareAlarm whether that share raises an alarm
 * @param importanceShare share of all importance in drifted columns; each counts the same if no
 *     importance is known
 * @param importanceAlarm whether that share, or a column among the most important, raises an alarm
 * @param broken columns that are gone or changed their type, if they matter to the model or nobody
 *     knows; any of them raises an alarm
 * @param importantDrifted drifted columns among the most important, most important first
 * @param evidentlyDrifted columns Evidently's default preset calls drifted
 * @param evidentlyShare of those it has a test for
 */
public record DatasetVerdict(
    Severity severity,
    boolean alarm,
    Action action,
    int columns,
    int compared,
    int drifted,
    int missingAlerts,
    int inconclusive,
    double columnShare,
    boolean shareAlarm,
    double importanceShare,
    boolean importanceAlarm,
    List<String> broken,
    List<String> importantDrifted,
    int evidentlyDrifted,
    double evidentlyShare) {

  public DatasetVerdict {
    broken = List.copyOf(broken);
    importantDrifted = List.copyOf(importantDrifted);
  }
}
