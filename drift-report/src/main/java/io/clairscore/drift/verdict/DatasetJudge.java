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

  DatasetVerdict of(
      List<DriftRow> rows,
      Optional<ModelVerdict> model,
      Optional<DataQuality> quality,
      Meaning meaning) {
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
            .filter(row -> row.event().kind().fault())
            .filter(row -> !known || row.importance() > 0)
            .map(DriftRow::name)
            .toList();
    double columnShare = share(drifted.size(), compared.size());
    double importanceShare =
        known ? drifted.stream().mapToDouble(DriftRow::importance).sum() : columnShare;
    DatasetVerdict.ByNumber byNumber =
        new DatasetVerdict.ByNumber(columnShare, columnShare >= policy.columnShare());
    DatasetVerdict.ByImportance byImportance =
        new DatasetVerdict.ByImportance(
            importanceShare,
            !important.isEmpty() || importanceShare >= policy.importanceShare(),
            broken,
            important.stream().map(DriftRow::name).toList());
    DatasetVerdict.Counts counts =
        new DatasetVerdict.Counts(
            rows.size(),
            compared.size(),
            drifted.size(),
            count(rows, DriftRow::missingDrifted),
            count(compared, row -> row.severity() == Severity.INCONCLUSIVE));
    Severity data =
        new DataJudge(policy, counts, byNumber, byImportance, meaning).severity(important);
    return new WholeJudge(policy, data, counts, byNumber, byImportance)
        .of(model, rows, quality, meaning, byEvidently(rows));
  }

  private static DatasetVerdict.ByEvidently byEvidently(List<DriftRow> rows) {
    int drifted = count(rows, row -> row.measured().evidently().drifted());
    int tested = count(rows, row -> row.measured().evidently().rule() != TestChoice.NONE);
    return new DatasetVerdict.ByEvidently(drifted, share(drifted, tested));
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static int count(List<DriftRow> rows, Predicate<DriftRow> which) {
    return (int) rows.stream().filter(which).count();
  }
}
