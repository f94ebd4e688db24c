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

  void distance(Measure measure, double score, Bands bands, double pValue) {
    if (!Double.isNaN(score)) {
      checks.add(new Check(measure, score, bands, pValue, Double.NaN, Severity.NOT_COMPUTED));
    }
  }

  /** How far the share of missing values moved, either way. */
  void missing(Side reference, Side current) {
    moved(
        Measure.MISSING, reference.missing(), reference.rows(), current.missing(), current.rows());
  }

  void sentinels(Side reference, Side current) {
    moved(
        Measure.SENTINELS,
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
      distance(Measure.INFINITE, more, policy.infinite(), p);
    }
  }

  /** Rows of one side in categories the other does not have. */
  void apart(Measure measure, long rows, long rowsOfSide, long rowsOfOther) {
    if (rows > 0 && rowsOfOther > 0) {
      double p = TwoProportions.z(0, rowsOfOther, rows, rowsOfSide).pValue();
      distance(measure, (double) rows / rowsOfSide, policy.categories(), p);
    }
  }

  List<Check> all() {
    return List.copyOf(checks);
  }

  private void moved(Measure measure, long hits, long rows, long currentHits, long currentRows) {
    if (hits + currentHits > 0) {
      double change = Math.abs((double) hits / rows - (double) currentHits / currentRows);
      double p = TwoProportions.z(hits, rows, currentHits, currentRows).pValue();
      distance(measure, change, policy.missing(), p);
    }
  }
}
