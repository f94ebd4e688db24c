package io.clairscore.features.schema;

/** What one unit of a numeric column measures; it decides how a person reads the value. */
public enum Unit {
  /** Amount in the currency of the lender. */
  MONEY,
  /** Days, relative to the application when negative. */
  DAYS,
  /** Months, relative to the application when negative. */
  MONTHS,
  YEARS,
  /** Hour of the day, 0 to 23. */
  HOUR,
  COUNT,
  /** Position in a sequence, from 1. */
  RANK,
  /** Dimensionless share or normalised measure. */
  RATIO,
  /** Normalised score of an external source, 0 to 1. */
  SCORE,
  /** Ordered grade, 1 being the best. */
  GRADE,
  /** Selling area of a shop. */
  AREA,
  /** 1 for yes, 0 for no. */
  FLAG,
  /** A key: never a quantity, never a model input. */
  IDENTIFIER
}
