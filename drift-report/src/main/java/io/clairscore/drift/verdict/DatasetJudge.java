package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges all columns together, by importance and by their mere number. */
final class DatasetJudge {
  private final DriftPolicy policy;

  DatasetJudge(DriftPolicy policy) {
    this.policy = policy;
  }

  DatasetVerdict of(List<DriftRow> rows, Optional<ModelVerdict> model, Meaning meaning) {
    List<DriftRow> compared =
        rows.stream().filter(row -> row.severity() != Severity.NOT_COMPUTED).toList();
    List<DriftRow> drifted = compared.stream().filter(row -> row.severity().drifted()).toList();
    List<DriftRow> important =
        drifted.stream()
            .filter(row -> row.rank() > 0 && row.rank() <= policy.topFeatures())
            .sorted(Comparator.comparingInt(DriftRow::rank))
            .toList();
    boolean known = compared.stream().anyMatch(row -> row.importance() > 0);
    List<String> broken =
        drifted.stream()
            .filter(row -> row.measured().status() != RowStatus.COMPARED)
            .filter(row -> !known || row.importance() > 0)
            .map(DriftRow::name)
            .toList();
    int inconclusive = count(compared, row -> row.severity() == Severity.INCONCLUSIVE);
    double columnShare = share(drifted.size(), compared.size());
    boolean shareAlarm = columnShare >= policy.columnShare();
    double importanceShare =
        known ? drifted.stream().mapToDouble(DriftRow::importance).sum() : columnShare;
    boolean importanceAlarm = !important.isEmpty() || importanceShare >= policy.importanceShare();
    boolean scoreAlarm = model.map(of -> of.scoreSeverity().drifted()).orElse(false);
    boolean ours = policy.rules() == RuleSet.CLAIRSCORE;
    boolean together = importanceAlarm || scoreAlarm || meaning.drifted();
    boolean alarm = ours ? together || !broken.isEmpty() : shareAlarm;
    Severity severity = severity(compared, drifted, important, model, alarm, inconclusive);
    return new DatasetVerdict(
        severity,
        alarm,
        action(severity, drifted),
        new DatasetVerdict.Counts(
            rows.size(),
            compared.size(),
            drifted.size(),
            count(rows, DriftRow::missingDrifted),
            inconclusive),
        new DatasetVerdict.ByNumber(columnShare, shareAlarm),
        new DatasetVerdict.ByImportance(
            importanceShare,
            importanceAlarm,
            broken,
            important.stream().map(DriftRow::name).toList()),
        byEvidently(rows));
  }

  private static DatasetVerdict.ByEvidently byEvidently(List<DriftRow> rows) {
    int drifted = count(rows, row -> row.measured().evidently().drifted());
    int tested = count(rows, row -> row.measured().evidently().rule() != TestChoice.NONE);
    return new DatasetVerdict.ByEvidently(drifted, share(drifted, tested));
  }

  private static Severity severity(
      List<DriftRow> compared,
      List<DriftRow> drifted,
      List<DriftRow> important,
      Optional<ModelVerdict> model,
      boolean alarm,
      int inconclusive) {
    if (compared.isEmpty()) {
      return Severity.NOT_COMPUTED;
    }
    if (alarm) {
      boolean strong =
          important.stream().anyMatch(row -> row.severity() == Severity.STRONG)
              || model.map(of -> of.scoreSeverity() == Severity.STRONG).orElse(false);
      return strong ? Severity.STRONG : Severity.MODERATE;
    }
    if (2 * inconclusive > compared.size()) {
      return Severity.INCONCLUSIVE;
    }
    return drifted.isEmpty() ? Severity.STABLE : Severity.SLIGHT;
  }

  private static Action action(Severity severity, List<DriftRow> drifted) {
    boolean broken = drifted.stream().anyMatch(row -> row.action() == Action.CORRECT_SOURCE);
    return switch (severity) {
      case NOT_COMPUTED, INCONCLUSIVE -> Action.COLLECT;
      case STABLE -> Action.NONE;
      case SLIGHT -> broken ? Action.CORRECT_SOURCE : Action.WATCH;
      case MODERATE -> broken ? Action.CORRECT_SOURCE : Action.INVESTIGATE;
      case STRONG -> broken ? Action.CORRECT_SOURCE : Action.RETRAIN;
    };
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static int count(List<DriftRow> rows, Predicate<DriftRow> which) {
    return (int) rows.stream().filter(which).count();
  }
}
