package io.clairscore.drift.verdict;

/** Why a column got the test it got. */
public enum TestChoice {
  /** A number with more values than a list: reference deciles, and Wasserstein. */
  CONTINUOUS,
  /** A number with few values: one cell per value. */
  FEW_VALUES,
  /** One cell per category. */
  CATEGORIES,
  /** Evidently: at most 1,000 reference rows, a number of more than 5 values. */
  EVIDENTLY_KS,
  /** Evidently: at most 1,000 reference rows, more than 2 values or categories. */
  EVIDENTLY_CHI_SQUARE,
  /** Evidently: at most 1,000 reference rows, at most 2 values or categories. */
  EVIDENTLY_Z,
  /** Evidently: more than 1,000 reference rows, a number of more than 5 values. */
  EVIDENTLY_WASSERSTEIN,
  /** Evidently: more than 1,000 reference rows, a number of at most 5 values. */
  EVIDENTLY_FEW_VALUES,
  /** Evidently: more than 1,000 reference rows, categories. */
  EVIDENTLY_CATEGORIES,
  /** No test: see the status. */
  NONE
}
