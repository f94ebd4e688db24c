package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.CategoryProfile;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.statistics.ChiSquare;
import io.clairscore.drift.statistics.Divergence;
import io.clairscore.drift.statistics.KolmogorovSmirnov;
import io.clairscore.drift.statistics.TwoProportions;
import io.clairscore.drift.statistics.ValueCounts;
import io.clairscore.drift.statistics.Wasserstein;

/**
 * The default preset of Evidently 0.7.21 for one column: missing and infinite values are dropped,
 * sentinels are numbers like others, and size, type and number of values choose the test.
 */
final class EvidentlyRules {
  private static final int SMALL = 1000;
  private static final int MOST_VALUES_OF_INTEGER_CATEGORY = 10;
  private static final int FEW_VALUES = 5;
  private static final double P = 0.05;
  private static final double DISTANCE = 0.1;

  private EvidentlyRules() {}

  static EvidentlyVerdict of(NumberProfile reference, NumberProfile current) {
    ValueCounts left = reference.finite();
    ValueCounts right = current.finite();
    if (left.isEmpty() || right.isEmpty()) {
      return EvidentlyVerdict.NONE;
    }
    CellCounts cells = CellCounts.ofValues(left, right);
    // The current data say what a column is (Context.column of Evidently's report). An integer
    // column with a missing value is read as floats, which are always numbers.
    boolean category =
        current.integers()
            && current.missing() == 0
            && right.distinct() <= MOST_VALUES_OF_INTEGER_CATEGORY;
    if (category || cells.size() <= FEW_VALUES) {
      return ofCells(cells, category);
    }
    if (left.total() <= SMALL) {
      double p = KolmogorovSmirnov.test(left, right).pValue();
      return new EvidentlyVerdict(TestChoice.EVIDENTLY_KS, Statistic.KS_P, p, P, p <= P);
    }
    double distance = Wasserstein.normalised(left, right);
    return new EvidentlyVerdict(
        TestChoice.EVIDENTLY_WASSERSTEIN,
        Statistic.WASSERSTEIN,
        distance,
        DISTANCE,
        distance >= DISTANCE);
  }

  /** More than half of the values distinct are a text, for which the preset has no test. */
  static EvidentlyVerdict of(CategoryProfile reference, CategoryProfile current) {
    boolean text = 2L * current.counts().size() > current.present();
    if (text || reference.present() == 0 || current.present() == 0) {
      return EvidentlyVerdict.NONE;
    }
    return ofCells(CellCounts.ofCategories(reference.counts(), current.counts()), true);
  }

  private static EvidentlyVerdict ofCells(CellCounts cells, boolean category) {
    if (cells.referenceTotal() > SMALL) {
      TestChoice rule =
          category ? TestChoice.EVIDENTLY_CATEGORIES : TestChoice.EVIDENTLY_FEW_VALUES;
      double distance = Divergence.jensenShannon(cells);
      return new EvidentlyVerdict(
          rule, Statistic.JENSEN_SHANNON, distance, DISTANCE, distance >= DISTANCE);
    }
    if (cells.size() > 2) {
      double p = ChiSquare.goodnessOfFit(cells).pValue();
      return new EvidentlyVerdict(
          TestChoice.EVIDENTLY_CHI_SQUARE, Statistic.CHI_SQUARE_P, p, P, p < P);
    }
    double p = z(cells);
    return new EvidentlyVerdict(TestChoice.EVIDENTLY_Z, Statistic.Z_P, p, P, p < P);
  }

  /** The share of everything but the first value. */
  private static double z(CellCounts cells) {
    long n = cells.referenceTotal();
    long m = cells.currentTotal();
    return TwoProportions.z(n - cells.reference()[0], n, m - cells.current()[0], m).pValue();
  }
}
