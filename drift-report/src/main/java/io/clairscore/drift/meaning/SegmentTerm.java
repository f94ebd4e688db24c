package io.clairscore.drift.meaning;

import io.clairscore.features.text.Text;

/**
 * A segment in both populations.
 *
 * @param value as the data have it, {@value #OTHERS} for the small ones together, {@value #NONE} if
 *     the data have none
 * @param label what people call it
 * @param reference its clients in the reference
 * @param current its clients in the current population
 * @param score on the mean score, in points
 * @param refusals on the refusal rate
 */
public record SegmentTerm(
    String value, Text label, long reference, long current, Effect score, Effect refusals) {
  /** Segments too small to be told apart. */
  public static final String OTHERS = "(others)";

  /** Clients of no segment. */
  public static final String NONE = "(none)";

  /** Whether these are the small segments together. */
  public boolean toldTogether() {
    return value.equals(OTHERS);
  }

  /** Whether these are the clients of no segment. */
  public boolean unknown() {
    return value.equals(NONE);
  }
}
