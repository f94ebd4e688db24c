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

  /** Whether estimate and measurement differ by more than chance; not if either is unknown. */
  public boolean differs() {
    double change = estimated - realised.value();
    double half =
        change < 0 ? realised.value() - realised.low() : realised.high() - realised.value();
    return Math.abs(change) > Math.hypot(half, bound);
  }
}
