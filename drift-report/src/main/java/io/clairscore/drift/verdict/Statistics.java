package io.clairscore.drift.verdict;

/**
 * Every statistic of a column, whichever decides; NaN where it does not apply.
 *
 * @param psi over reference deciles or values, missing and sentinels among the cells
 * @param psiNoise the mean of it if nothing changed
 * @param psiCritical what it exceeds in 5 % of cases if nothing changed
 * @param evidentlyPsi over Evidently's bins, with its floor
 * @param wasserstein in standard deviations of the reference
 * @param jensenShannon over values or categories
 * @param ks the statistic of Kolmogorov and Smirnov
 * @param ksP its p-value
 * @param cramersV over the cells of the index
 * @param chiSquareP p-value of homogeneity over the same cells
 */
public record Statistics(
    double psi,
    double psiNoise,
    double psiCritical,
    double evidentlyPsi,
    double wasserstein,
    double jensenShannon,
    double ks,
    double ksP,
    double cramersV,
    double chiSquareP) {
  private static final double NAN = Double.NaN;
  static final Statistics NONE = new Statistics(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
}
