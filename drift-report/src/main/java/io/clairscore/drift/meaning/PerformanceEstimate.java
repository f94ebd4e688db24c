package io.clairscore.drift.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the model will have been worth on the current population, estimated from its calibrated
 * probabilities: each client is a default with its own probability, so the expected confusion
 * matrix is a sum of probabilities (confidence-based estimation). This holds if the probabilities
 * stay calibrated: if only the mix of clients changed, and not the risk of alike clients.
 *
 * @param figures each figure; empty if nobody was scored
 * @param measuredOn clients on whom the realised figures were measured, 0 if that is unknown
 * @param clients clients of the current population
 */
public record PerformanceEstimate(List<EstimatedFigure> figures, long measuredOn, long clients) {

  /** Nobody was scored. */
  public static final PerformanceEstimate NONE = new PerformanceEstimate(List.of(), 0, 0);

  public PerformanceEstimate {
    figures = List.copyOf(figures);
  }

  /**
   * Estimates every figure.
   *
   * @param outcomes the current population
   * @param falseNegative cost of accepting a client who defaults
   * @param falsePositive cost of refusing a client who would have paid
   * @param realised measured figures, as far as there are
   * @param measuredOn clients they were measured on
   */
  public static PerformanceEstimate of(
      OutcomeTally outcomes,
      double falseNegative,
      double falsePositive,
      Map<OutcomeFigure, Interval> realised,
      long measuredOn) {
    ExpectedFigures expected = new ExpectedFigures(outcomes, falseNegative, falsePositive);
    List<EstimatedFigure> figures = new ArrayList<>();
    if (outcomes.clients() > 0) {
      Arrays.stream(OutcomeFigure.values())
          .map(figure -> expected.of(figure, realised.getOrDefault(figure, Interval.NONE)))
          .forEach(figures::add);
    }
    return new PerformanceEstimate(figures, measuredOn, outcomes.clients());
  }

  /** One of the figures. */
  public Optional<EstimatedFigure> figure(OutcomeFigure of) {
    return figures.stream().filter(figure -> figure.figure() == of).findFirst();
  }
}
