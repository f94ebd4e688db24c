package io.clairscore.pipelines.study.explanation;

/**
 * What a rule asks of one feature, as it is kept and told.
 *
 * @param feature its name
 * @param above known values must be greater; null for any
 * @param upTo known values must be at most this; null for any
 * @param known whether known values can satisfy it at all
 * @param unknown whether a missing value satisfies it
 */
public record RuleCondition(
    String feature, Double above, Double upTo, boolean known, boolean unknown) {

  static RuleCondition of(Condition condition, String feature) {
    return new RuleCondition(
        feature,
        bound(condition.above()),
        bound(condition.upTo()),
        condition.known(),
        condition.unknown());
  }

  private static Double bound(double value) {
    return Double.isInfinite(value) ? null : value;
  }
}
