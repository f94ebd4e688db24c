package io.clairscore.pipelines.study.explanation;

/**
 * What a rule asks of one feature.
 *
 * @param feature position in the feature vector
 * @param above known values must be greater; negative infinity for any
 * @param upTo known values must be at most this; positive infinity for any
 * @param known whether known values can satisfy it at all
 * @param unknown whether a missing value satisfies it
 */
record Condition(int feature, double above, double upTo, boolean known, boolean unknown) {

  /** Asks nothing. */
  static Condition any(int feature) {
    return new Condition(feature, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
  }

  /**
   * The condition and a bound, for clients whose missing value counts as another.
   *
   * @param missingAs what a missing value counts as
   */
  Condition bounded(boolean fromAbove, double bound, double missingAs) {
    boolean stays = unknown && (fromAbove ? missingAs <= bound : missingAs > bound);
    return fromAbove
        ? new Condition(feature, above, Math.min(upTo, bound), known, stays)
        : new Condition(feature, Math.max(above, bound), upTo, known, stays);
  }

  /** Whether it asks anything of a known value. */
  boolean bounded() {
    return above > Double.NEGATIVE_INFINITY || upTo < Double.POSITIVE_INFINITY;
  }

  /** The condition of clients whose value is missing, or of those whose value is known. */
  Condition missing(boolean missing) {
    return new Condition(feature, above, upTo, known && !missing, unknown && missing);
  }

  boolean holds(float[] features) {
    float value = features[feature];
    return Float.isFinite(value) ? known && value > above && value <= upTo : unknown;
  }
}
