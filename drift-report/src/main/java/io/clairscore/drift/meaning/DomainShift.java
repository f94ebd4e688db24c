package io.clairscore.drift.meaning;

import java.util.List;

/**
 * How well a classifier that never saw a row tells from which population it is; 0.5 is not at all.
 * It sees what no single column shows, such as a correlation that changed.
 *
 * @param referenceRows rows of the reference it was tried on
 * @param currentRows rows of the current population
 * @param columns columns it was given
 * @param auc mean over the folds, NaN if nobody tried
 * @param bound half the width of the 95 % interval of the AUC around 0.5 under no change
 * @param separation what is said of it
 * @param features what it tells them apart by, most telling first
 */
public record DomainShift(
    long referenceRows,
    long currentRows,
    int columns,
    double auc,
    double bound,
    Separation separation,
    List<TellingFeature> features) {

  /** Nobody tried. */
  public static final DomainShift NONE =
      new DomainShift(0, 0, 0, Double.NaN, Double.NaN, Separation.NOT_COMPUTED, List.of());

  public DomainShift {
    features = List.copyOf(features);
  }

  /**
   * Judges an AUC.
   *
   * @param clear from which AUC on populations are clearly told apart
   * @param strong from which on strongly
   */
  public static DomainShift of(
      long referenceRows,
      long currentRows,
      int columns,
      double auc,
      double clear,
      double strong,
      List<TellingFeature> features) {
    double bound = chance(referenceRows, currentRows);
    Separation separation;
    if (Double.isNaN(auc)) {
      separation = Separation.NOT_COMPUTED;
    } else if (auc <= 0.5 + bound) {
      separation = Separation.NONE;
    } else if (auc < clear) {
      separation = Separation.SLIGHT;
    } else {
      separation = auc < strong ? Separation.CLEAR : Separation.STRONG;
    }
    return new DomainShift(referenceRows, currentRows, columns, auc, bound, separation, features);
  }

  /** Of the Mann-Whitney statistic; a mean over two folds of half the rows has the same. */
  private static double chance(long one, long other) {
    return ExpectedFigures.WIDTH * Math.sqrt((one + other + 1) / (12.0 * one * other));
  }

  /** The AUC that chance alone reaches one time in forty. */
  public double chance() {
    return 0.5 + bound;
  }

  public boolean known() {
    return separation != Separation.NOT_COMPUTED;
  }
}
