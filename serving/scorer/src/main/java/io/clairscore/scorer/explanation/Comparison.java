package io.clairscore.scorer.explanation;

/**
 * How accepted clients compare with what is told of a client.
 *
 * @param value the value that half of them reach or do not exceed, or their mean, or the share of
 *     them of whom the same is true, 0 to 1
 * @param partly whether the value of many of them is not known
 */
public record Comparison(Kind kind, double value, boolean partly) {

  /** What is said of them. */
  public enum Kind {
    /** Half of those with a value have this value or more. */
    AT_LEAST,
    /** Half of those with a value have this value or less. */
    AT_MOST,
    /** Those with a value have this value on average. */
    ON_AVERAGE,
    /** For such a share of them it is the case as well. */
    CASE
  }
}
