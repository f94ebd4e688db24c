package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.OutcomeTally;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.scorer.Threshold;
import java.util.Map;

/**
 * What became of predictions whose outcome is known. An outcome is a probability of 0 or 1, so the
 * sums are those of the estimate. Intervals hold in 95 of 100 cases: Wilson's for shares, Hanley
 * and McNeil's (1982) for the AUC, the normal one for the cost. Usually only accepted clients have
 * an outcome: then the AUC is that of a part of the clients, and lower than that of all.
 *
 * @param outcomes predictions and outcomes by decision and score
 * @param threshold what errors cost
 */
record ObservedPerformance(OutcomeTally outcomes, Threshold threshold) {
  private static final double WIDTH = 1.959963984540054;

  long known() {
    return outcomes.clients();
  }

  long defaults() {
    return Math.round(outcomes.accepted().defaults() + outcomes.refused().defaults());
  }

  private double refusedPayers() {
    return outcomes.refused().clients() - outcomes.refused().defaults();
  }

  Interval defaultRate() {
    return share(defaults());
  }

  /** Share of the predictions whose decision the outcome proves right. */
  Interval accuracy() {
    return share(known() - outcomes.accepted().defaults() - refusedPayers());
  }

  /** Cost of wrong decisions per client. */
  Interval costPerClient() {
    double n = known();
    double missed = threshold.falseNegativeCost();
    double lost = threshold.falsePositiveCost();
    double mean = (missed * outcomes.accepted().defaults() + lost * refusedPayers()) / n;
    double square =
        (missed * missed * outcomes.accepted().defaults() + lost * lost * refusedPayers()) / n;
    double half = WIDTH * Math.sqrt(Math.max(0, square - mean * mean) / n);
    return new Interval(mean, Math.max(0, mean - half), mean + half);
  }

  /** Unknown unless both outcomes are there. */
  Interval auc() {
    EstimatedFigure auc =
        PerformanceEstimate.of(
                outcomes,
                threshold.falseNegativeCost(),
                threshold.falsePositiveCost(),
                Map.of(),
                known())
            .figure(OutcomeFigure.AUC)
            .orElse(new EstimatedFigure(OutcomeFigure.AUC, Interval.NONE, Double.NaN, Double.NaN));
    double value = auc.estimated();
    return Double.isNaN(value)
        ? Interval.NONE
        : new Interval(value, Math.max(0, value - auc.bound()), Math.min(1, value + auc.bound()));
  }

  /** Wilson's interval of a share (1927). */
  private Interval share(double of) {
    double n = known();
    if (n == 0) {
      return Interval.NONE;
    }
    double p = of / n;
    double z2 = WIDTH * WIDTH;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = WIDTH * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return new Interval(p, Math.min(p, middle - half), Math.max(p, middle + half));
  }

  /** A metric of outcomes, NaN where none is known. */
  double of(Metric metric) {
    if (known() == 0) {
      return Double.NaN;
    }
    return switch (metric) {
      case OBSERVED_DEFAULT_RATE -> defaultRate().value();
      case OBSERVED_COST -> costPerClient().value();
      case OBSERVED_ACCURACY -> accuracy().value();
      case OBSERVED_AUC -> auc().value();
      default -> throw new IllegalArgumentException(metric + " is not of outcomes");
    };
  }
}
