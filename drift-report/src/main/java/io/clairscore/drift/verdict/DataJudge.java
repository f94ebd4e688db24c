package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.Separation;
import java.util.ArrayList;
import java.util.List;

/** The first verdict: how far the data are other than before. */
record DataJudge(
    DriftPolicy policy,
    DatasetVerdict.Counts counts,
    DatasetVerdict.ByNumber byNumber,
    DatasetVerdict.ByImportance byImportance,
    Meaning meaning) {

  /**
   * Drift of weight is moderate or strong, drift of little weight slight.
   *
   * @param important drifted columns among the most important
   */
  Severity severity(List<DriftRow> important) {
    if (counts.compared() == 0) {
      return Severity.NOT_COMPUTED;
    }
    if (!byImportance.broken().isEmpty() || !reasons().isEmpty()) {
      boolean strong =
          !byImportance.broken().isEmpty()
              || important.stream().anyMatch(row -> row.severity() == Severity.STRONG)
              || meaning.domain().separation() == Separation.STRONG;
      return strong ? Severity.STRONG : Severity.MODERATE;
    }
    if (2 * counts.inconclusive() > counts.compared()) {
      return Severity.INCONCLUSIVE;
    }
    return counts.drifted() == 0 ? Severity.STABLE : Severity.SLIGHT;
  }

  /** What gives the drift its weight; reasons for an alarm where no model was asked. */
  List<AlarmReason> reasons() {
    double none = Double.NaN;
    if (policy.rules() == RuleSet.EVIDENTLY) {
      return byNumber.shareAlarm()
          ? List.of(
              AlarmReason.of(
                  Cause.EVIDENTLY_SHARE, none, byNumber.columnShare(), policy.columnShare(), false))
          : List.of();
    }
    List<AlarmReason> reasons = new ArrayList<>();
    int important = byImportance.importantDrifted().size();
    if (important > 0) {
      reasons.add(AlarmReason.of(Cause.IMPORTANT_COLUMNS, none, important, none, false));
    }
    if (byImportance.importanceShare() >= policy.importanceShare()) {
      reasons.add(
          AlarmReason.of(
              Cause.DRIFTED_SHARE,
              none,
              byImportance.importanceShare(),
              policy.importanceShare(),
              false));
    }
    if (meaning.domain().separation().drifted()) {
      reasons.add(AlarmReason.of(Cause.CLASSIFIER, none, meaning.domain().auc(), none, false));
    }
    if (meaning.correlations().drifted()) {
      double limit = meaning.correlations().limit();
      reasons.add(AlarmReason.of(Cause.CORRELATIONS, none, none, limit, false));
    }
    return reasons;
  }
}
