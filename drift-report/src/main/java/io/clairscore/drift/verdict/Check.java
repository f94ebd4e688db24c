package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * One thing that was looked at in a column.
 *
 * @param score in the unit of the measure
 * @param bands where it becomes moderate and strong
 * @param pValue how probable such a difference is by chance; of the cells for a distance
 * @param qValue the p-value adjusted over all checks of the report
 * @param severity what the policy calls it
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Check(
    Statistic measure, double score, Bands bands, double pValue, double qValue, Severity severity) {

  /** How many times the moderate limit the score is. */
  public double ratio() {
    return score / bands.moderate();
  }

  /** The same by other limits. */
  Check with(Bands others) {
    return new Check(measure, score, others, pValue, qValue, severity);
  }

  Check judged(double adjusted, DriftPolicy policy) {
    return new Check(measure, score, bands, pValue, adjusted, severity(adjusted, policy));
  }

  private Severity severity(double adjusted, DriftPolicy policy) {
    if (!(adjusted <= policy.level()) || !(score >= bands.moderate() * policy.slightPart())) {
      return Severity.STABLE;
    }
    if (score >= bands.strong()) {
      return Severity.STRONG;
    }
    return score >= bands.moderate() ? Severity.MODERATE : Severity.SLIGHT;
  }
}
