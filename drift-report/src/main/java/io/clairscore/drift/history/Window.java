package io.clairscore.drift.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DecisionShift;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Status;
import java.util.List;

/**
 * What one dated report says; NaN where a figure does not exist. Its parts lie flat in documents.
 *
 * @param date of the report, ISO-8601
 */
public record Window(
    String date,
    @JsonUnwrapped Populations populations,
    @JsonUnwrapped Outcome outcome,
    @JsonUnwrapped Columns columns,
    @JsonUnwrapped Scores scores,
    @JsonUnwrapped SinceBefore since) {

  /**
   * Who was compared.
   *
   * @param reference name of the reference population
   * @param current name of the current population
   */
  public record Populations(
      String reference, String current, long referenceRows, long currentRows) {}

  /**
   * What came of it.
   *
   * @param severity of the whole
   * @param data verdict on the data
   * @param decisions verdict on the decisions
   * @param status both verdicts in one word
   * @param causes the rules by which there is an alarm, none without one
   */
  public record Outcome(
      Severity severity,
      Severity data,
      DecisionShift decisions,
      Status status,
      Action action,
      boolean alarm,
      List<Cause> causes) {
    public Outcome {
      causes = List.copyOf(causes);
    }
  }

  /**
   * The columns.
   *
   * @param compared columns that could be compared
   * @param drifted of them, those called drifted
   * @param missingAlerts columns whose share of missing values drifted
   * @param importanceShare share of all importance in drifted columns
   */
  public record Columns(int compared, int drifted, int missingAlerts, double importanceShare) {}

  /**
   * The scores.
   *
   * @param scorePsi stability index of the score
   * @param referenceMean mean score of the reference, in points
   * @param referenceRefusals share of refused rows of the reference
   */
  public record Scores(
      double scorePsi,
      double referenceMean,
      double currentMean,
      double referenceRefusals,
      double currentRefusals) {}

  /**
   * What is other than in the window before; nothing in the first window.
   *
   * @param otherBasis what changed under the verdicts
   * @param changes verdicts that changed
   */
  public record SinceBefore(List<Basis> otherBasis, List<ReportComparison.Change> changes) {
    public SinceBefore {
      otherBasis = List.copyOf(otherBasis);
      changes = List.copyOf(changes);
    }
  }
}
