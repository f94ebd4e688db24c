package io.clairscore.drift.verdict;

/** What to do about a severity, of a column or of the whole. */
public enum Action {
  NONE,
  /** Look again at the next report. */
  WATCH,
  /** Find out why, and whether decisions are affected. */
  INVESTIGATE,
  /** The data are broken at their source: have them corrected before scoring on. */
  CORRECT_SOURCE,
  /** Do not rely on the model as it is: recalibrate or train again. */
  RETRAIN,
  /** Too little to conclude: gather more rows. */
  COLLECT
}
