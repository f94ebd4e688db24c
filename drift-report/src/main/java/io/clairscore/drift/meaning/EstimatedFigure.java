package io.clairscore.drift.meaning;

/**
 * A figure of the current population estimated without labels, beside what was measured.
 *
 * @param realised measured where outcomes are known, on clients the model did not learn from
 * @param estimated of the current population
 * @param bound half the width of the 95 % interval in which the figure will lie once the outcomes
 *     are known, if the probabilities are right; 0 if it is known already
 */
public record EstimatedFigure(
    OutcomeFigure figure, Interval realised, double estimated, double bound) {

  /** How much more is estimated than was measured; NaN if either is unknown. */
  public double change() {
    return estimated - realised.value();
  }

  /**
   * How far chance may carry estimate and measurement apart in the direction of their difference,
   * in 95 of 100 cases; NaN if either is unknown.
   */
  public double margin() {
    double half =
        change() < 0 ? realised.value() - realised.low() : realised.high() - realised.value();
    return Math.hypot(half, bound);
  }

  /** Whether estimate and measurement differ by more than chance; not if either is unknown. */
  public boolean differs() {
    return Math.abs(change()) > margin();
  }
}
