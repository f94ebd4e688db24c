package io.clairscore.drift.verdict;

/** What a check measures, and in what. */
public enum Measure {
  /** Population stability index over reference deciles, or over values, missing among them. */
  PSI,
  /** Wasserstein distance in standard deviations of the reference. */
  WASSERSTEIN,
  /** Jensen-Shannon distance in natural logarithms. */
  JENSEN_SHANNON,
  /** Change of the share of missing values. */
  MISSING,
  /** Change of the share of sentinel values. */
  SENTINELS,
  /** Share of current numbers that are infinite, above that of the reference. */
  INFINITE,
  /** Share of current rows in categories the reference does not have. */
  NEW_CATEGORIES,
  /** Share of reference rows in categories the current population does not have. */
  LOST_CATEGORIES,
  /** P-value of Kolmogorov and Smirnov. */
  KS_P,
  /** P-value of chi-square against the reference taken as known. */
  CHI_SQUARE_P,
  /** P-value of two proportions. */
  Z_P;

  /** Whether a low score is the alarming one. */
  public boolean isPValue() {
    return this == KS_P || this == CHI_SQUARE_P || this == Z_P;
  }
}
