package io.clairscore.drift.history;

import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.Severity;
import java.util.List;

/**
 * What one dated report says; NaN where a figure does not exist.
 *
 * @param date of the report, ISO-8601
 * @param reference name of the reference population
 * @param current name of the current population
 * @param severity verdict on the whole
 * @param alarm whether columns, score or refusals raise one
 * @param refusalAlarm whether the change of the refusal rate does
 * @param compared columns that could be compared
 * @param drifted of them, those called drifted
 * @param missingAlerts columns whose share of missing values drifted
 * @param importanceShare share of all importance in drifted columns
 * @param scorePsi stability index of the score
 * @param referenceMean mean score of the reference, in points
 * @param referenceRefusals share of refused rows of the reference
 * @param otherBasis what changed under the verdicts since the window before
 * @param changes verdicts that changed since the window before; none in the first window
 */
public record Window(
    String date,
    String reference,
    String current,
    long referenceRows,
    long currentRows,
    Severity severity,
    Action action,
    boolean alarm,
    boolean refusalAlarm,
    int compared,
    int drifted,
    int missingAlerts,
    double importanceShare,
    double scorePsi,
    double referenceMean,
    double currentMean,
    double referenceRefusals,
    double currentRefusals,
    List<Basis> otherBasis,
    List<ReportComparison.Change> changes) {

  public Window {
    otherBasis = List.copyOf(otherBasis);
    changes = List.copyOf(changes);
  }

  /** The columns of one kind of change. */
  public List<String> columns(ReportComparison.Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .map(ReportComparison.Change::column)
        .toList();
  }
}
