package io.clairscore.drift.statistics;

/** Divergences between the shares of two sides, in natural logarithms. */
public final class Divergence {
  private Divergence() {}

  /**
   * The Jensen-Shannon distance as SciPy and Evidently compute it: the root of the mean of both
   * divergences from the mean distribution. From 0 to √ln 2 = 0.8326.
   *
   * @return NaN if a side has no rows
   */
  public static double jensenShannon(CellCounts cells) {
    double[] reference = Shares.of(cells.reference());
    double[] current = Shares.of(cells.current());
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      double middle = (reference[i] + current[i]) / 2;
      sum += relativeEntropy(reference[i], middle) + relativeEntropy(current[i], middle);
    }
    // Rounding may leave a speck below 0 where both sides agree.
    return cells.lacksASide() ? Double.NaN : Math.sqrt(Math.max(0, sum / 2));
  }

  /**
   * The Kullback-Leibler divergence of the reference from the current side as Evidently computes
   * it: with its floor of shares, made to add up to 1 again.
   *
   * @return NaN if a side has no rows
   */
  public static double kullbackLeibler(CellCounts cells) {
    double[] reference = normalised(StabilityIndex.floored(cells.reference()));
    double[] current = normalised(StabilityIndex.floored(cells.current()));
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      sum += relativeEntropy(reference[i], current[i]);
    }
    return cells.lacksASide() ? Double.NaN : sum;
  }

  private static double relativeEntropy(double share, double other) {
    return share == 0 ? 0 : share * Math.log(share / other);
  }

  private static double[] normalised(double[] shares) {
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= total;
    }
    return shares;
  }
}
