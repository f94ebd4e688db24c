package io.clairscore.drift.statistics;

/**
 * Cramér's V between the side a row comes from and the cell it is in: the root of the homogeneity
 * chi-square over the rows, from 0 to 1. Unlike a p-value it does not grow with the sample.
 */
public final class CramersV {
  private CramersV() {}

  /** V, NaN if a side has no rows, 0 if there is only one cell. */
  public static double of(CellCounts cells) {
    if (cells.lacksASide()) {
      return Double.NaN;
    }
    // Two sides, so the smaller dimension less 1 is 1 as soon as there are two cells.
    double rows = (double) cells.referenceTotal() + cells.currentTotal();
    return cells.occupied() < 2 ? 0 : Math.sqrt(ChiSquare.homogeneity(cells).statistic() / rows);
  }
}
