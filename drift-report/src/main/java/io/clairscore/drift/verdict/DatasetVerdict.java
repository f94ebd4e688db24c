package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The two verdicts, on the data and on the decisions, and what follows; its parts lie flat in
 * documents.
 *
 * @param severity of the whole, the worse of what counts: of data that changed while the decisions
 *     did not it is slight
 * @param data the first verdict: how far the data are other than before, whatever follows
 * @param decisions the second verdict: what became of the decisions
 * @param alarm whether any reason raises one
 * @param reasons why, in the order in which they are told; none without an alarm
 */
public record DatasetVerdict(
    Severity severity,
    Severity data,
    DecisionShift decisions,
    boolean alarm,
    Action action,
    List<AlarmReason> reasons,
    @JsonUnwrapped Counts counts,
    @JsonUnwrapped ByNumber byNumber,
    @JsonUnwrapped ByImportance byImportance,
    @JsonUnwrapped ByEvidently byEvidently) {

  public DatasetVerdict {
    reasons = List.copyOf(reasons);
  }

  /** Both verdicts in one word. */
  public Status status() {
    if (alarm) {
      return Status.ALARM;
    }
    return switch (severity) {
      case NOT_COMPUTED -> Status.NOT_COMPUTED;
      case INCONCLUSIVE -> Status.INCONCLUSIVE;
      case STABLE -> Status.STABLE;
      case SLIGHT, MODERATE, STRONG -> Status.WATCH;
    };
  }

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
   * @param importanceAlarm whether that share, or a column among the most important, is beyond its
   *     limit; it raises an alarm where no model was asked
   * @param broken columns that are gone, empty, constant, infinite or of another type, if they
   *     matter to the model or nobody knows; any of them raises an alarm
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
