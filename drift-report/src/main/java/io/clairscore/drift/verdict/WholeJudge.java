package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.features.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts both verdicts together. A broken source is an alarm in any case. Where a model was asked, an
 * alarm is what moves its decisions, and data that changed are watched; where none was, data that
 * changed with weight are an alarm, which is looked into and no reason to train again.
 */
record WholeJudge(
    DriftPolicy policy,
    Severity data,
    DatasetVerdict.Counts counts,
    DatasetVerdict.ByNumber byNumber,
    DatasetVerdict.ByImportance byImportance) {

  DatasetVerdict of(
      Optional<ModelVerdict> model,
      List<DriftRow> rows,
      Optional<DataQuality> quality,
      Meaning meaning,
      DatasetVerdict.ByEvidently byEvidently) {
    DecisionJudge judge = new DecisionJudge(policy);
    List<AlarmReason> moved = model.map(of -> judge.reasons(of, rows, meaning)).orElse(List.of());
    DecisionShift decisions =
        model.map(of -> DecisionJudge.shift(of, moved)).orElse(DecisionShift.NOT_ASKED);
    List<AlarmReason> reasons = new ArrayList<>();
    if (policy.rules() == RuleSet.EVIDENTLY) {
      // Evidently's rules decide of the columns; how many clients are refused is none.
      reasons.addAll(new DataJudge(policy, counts, byNumber, byImportance, meaning).reasons());
      model.ifPresent(of -> reasons.addAll(judge.refusals(of, meaning)));
    } else {
      reasons.addAll(broken(quality));
      reasons.addAll(
          model.isPresent()
              ? moved
              : new DataJudge(policy, counts, byNumber, byImportance, meaning).reasons());
    }
    boolean alarm = counts.compared() > 0 && !reasons.isEmpty();
    return new DatasetVerdict(
        severity(alarm, reasons),
        data,
        decisions,
        alarm,
        action(alarm, reasons),
        alarm ? reasons : List.of(),
        counts,
        byNumber,
        byImportance,
        byEvidently);
  }

  private List<AlarmReason> broken(Optional<DataQuality> quality) {
    List<AlarmReason> reasons = new ArrayList<>();
    int columns = byImportance.broken().size();
    if (columns > 0) {
      reasons.add(AlarmReason.of(Cause.SOURCE, Double.NaN, columns, 1, false));
    }
    double limit = policy.decisions().refusedRows();
    for (TableQuality table : quality.map(DataQuality::tables).orElse(List.of())) {
      if (table.quarantinedShare() >= limit) {
        reasons.add(
            AlarmReason.of(
                Cause.REFUSED_ROWS,
                table.table(),
                List.of(new Text(table.table(), table.table())),
                Double.NaN,
                table.quarantinedShare(),
                limit));
      }
    }
    return reasons;
  }

  private Severity severity(boolean alarm, List<AlarmReason> reasons) {
    if (alarm) {
      return reasons.stream().anyMatch(of -> of.retrain() || of.cause().broken())
          ? Severity.STRONG
          : Severity.MODERATE;
    }
    return data.drifted() ? Severity.SLIGHT : data;
  }

  private Action action(boolean alarm, List<AlarmReason> reasons) {
    if (alarm) {
      if (reasons.stream().anyMatch(of -> of.cause().broken())) {
        return Action.CORRECT_SOURCE;
      }
      return reasons.stream().anyMatch(AlarmReason::retrain) ? Action.RETRAIN : Action.INVESTIGATE;
    }
    return switch (data) {
      case NOT_COMPUTED, INCONCLUSIVE -> Action.COLLECT;
      case STABLE -> Action.NONE;
      case SLIGHT, MODERATE, STRONG -> Action.WATCH;
    };
  }
}
