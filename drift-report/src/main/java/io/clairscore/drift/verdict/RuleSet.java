package io.clairscore.drift.verdict;

/** Whose rules decide. */
public enum RuleSet {
  /** Effect sizes with their noise, missing values, categories, importance. */
  CLAIRSCORE,
  /** Evidently's default preset (0.7): one test per column, alarm if half of the columns drift. */
  EVIDENTLY
}
