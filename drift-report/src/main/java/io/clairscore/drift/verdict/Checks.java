package io.clairscore.drift.verdict;

import io.clairscore.drift.statistics.TwoProportions;
import java.util.ArrayList;
import java.util.List;

/** Collects the checks of one column; each is judged when those of all columns are known. */
final class Checks {
  private final DriftPolicy policy;
  private final List<Check> checks = new ArrayList<>();

  Checks(DriftPolicy policy) {
    this.policy = policy;
  }

  /** What was computed of the column, as far as it decides in columns of this kind. */
  void computed(Statistics statistics, TestChoice kind) {
    for (Statistic statistic : Statistic.values()) {
      if (statistic.decides(kind)) {
        add(statistic, statistics.of(statistic), statistics.of(Statistic.HOMOGENEITY_P));
      }
    }
  }

  private void add(Statistic measure, double score, double pValue) {
    if (!Double.isNaN(score)) {
      checks.add(
          new Check(
              measure, score, policy.limits(measure), pValue, Double.NaN, Severity.NOT_COMPUTED));
    }
  }

  /** How far the share of missing values moved, either way. */
  void missing(Side reference, Side current) {
    moved(
        Statistic.MISSING,
        reference.missing(),
        reference.rows(),
        current.missing(),
        current.rows());
  }

  void sentinels(Side reference, Side current) {
    moved(
        Statistic.SENTINELS,
        reference.sentinels(),
        reference.rows(),
        current.sentinels(),
        current.rows());
  }

  /** Only more of them is bad. */
  void infinite(Side reference, Side current) {
    double more =
        (double) current.infinite() / current.rows()
            - (double) reference.infinite() / reference.rows();
    if (more > 0) {
      double p =
          TwoProportions.z(
                  reference.infinite(), reference.rows(), current.infinite(), current.rows())
              .pValue();
      add(Statistic.INFINITE, more, p);
    }
  }

  /** Rows of one side in categories the other does not have. */
  void apart(Statistic measure, long rows, long rowsOfSide, long rowsOfOther) {
    if (rows > 0 && rowsOfOther > 0) {
      double p = TwoProportions.z(0, rowsOfOther, rows, rowsOfSide).pValue();
      add(measure, (double) rows / rowsOfSide, p);
    }
  }

  List<Check> all() {
    return List.copyOf(checks);
  }

  private void moved(Statistic measure, long hits, long rows, long currentHits, long currentRows) {
    if (hits + currentHits > 0) {
      double change = Math.abs((double) hits / rows - (double) currentHits / currentRows);
      double p = TwoProportions.z(hits, rows, currentHits, currentRows).pValue();
      add(measure, change, p);
    }
  }
}
