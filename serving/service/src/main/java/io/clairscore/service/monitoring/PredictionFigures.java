package io.clairscore.service.monitoring;

import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.statistics.CellCounts;
import io.clairscore.drift.statistics.StabilityIndex;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.published.FeatureProfile;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What predictions of a window are beside those of training: statistics of the drift report, asked
 * of the window's sums.
 */
record PredictionFigures(PredictionTally tally, ModelReference reference) {

  /** Predictions by level, of training and of the window, from the riskiest level on. */
  CellCounts levels() {
    return new CellCounts(counts(reference.levels()), counts(tally.levels()));
  }

  private static long[] counts(Map<Level, Long> levels) {
    return Arrays.stream(Level.values())
        .mapToLong(level -> levels.getOrDefault(level, 0L))
        .toArray();
  }

  /** Stability index of the score over its levels; NaN without predictions. */
  double scorePsi() {
    CellCounts levels = levels();
    return levels.lacksASide() ? Double.NaN : StabilityIndex.bankers(levels);
  }

  /** What the index would exceed in one of twenty windows if nothing had changed. */
  double scorePsiByChance() {
    CellCounts levels = levels();
    return levels.lacksASide()
        ? Double.NaN
        : StabilityIndex.criticalValue(
            levels.referenceTotal(), levels.currentTotal(), levels.size(), 0.05);
  }

  /** What the model will have been worth, from its own calibrated probabilities. */
  PerformanceEstimate estimate() {
    return PerformanceEstimate.of(
        tally.outcomes(),
        reference.threshold().falseNegativeCost(),
        reference.threshold().falsePositiveCost(),
        reference.heldOut(),
        reference.heldOutClients());
  }

  /** One estimated figure; NaN without predictions. */
  double expected(OutcomeFigure figure) {
    return estimate().figure(figure).map(EstimatedFigure::estimated).orElse(Double.NaN);
  }

  /** How much more is expected than was measured, as a part of that; NaN if either is unknown. */
  double expectedCostChange() {
    return estimate()
        .figure(OutcomeFigure.COST_PER_CLIENT)
        .map(cost -> cost.change() / cost.realised().value())
        .orElse(Double.NaN);
  }

  /** The largest difference of a missing rate from that of the population. */
  double missingChange() {
    return largest(
        reference.profiles().values().stream()
            .mapToDouble(
                profile -> tally.feature(profile.feature()).missingRate() - missingRate(profile)));
  }

  /** The largest difference of a mean from that of the population, in standard deviations. */
  double meanShift() {
    return largest(
        reference.profiles().values().stream()
            .filter(profile -> profile.deviation() != null && profile.deviation() > 0)
            .mapToDouble(
                profile ->
                    (tally.feature(profile.feature()).meanOrNone() - profile.mean())
                        / profile.deviation()));
  }

  static double missingRate(FeatureProfile profile) {
    return (double) profile.missing() / (profile.count() + profile.missing());
  }

  private static double largest(DoubleStream differences) {
    return differences.filter(Double::isFinite).map(Math::abs).max().orElse(Double.NaN);
  }

  /** A metric of predictions, NaN where the window does not say. */
  double of(Metric metric) {
    return switch (metric) {
      case PREDICTIONS -> tally.predictions();
      case REFUSAL_RATE -> tally.refusalRate();
      case REVIEW_RATE -> (double) tally.toReview() / tally.predictions();
      case SCORE_PSI -> scorePsi();
      case MISSING_CHANGE -> missingChange();
      case MEAN_SHIFT -> meanShift();
      case EXPECTED_DEFAULT_RATE -> expected(OutcomeFigure.DEFAULT_RATE);
      case EXPECTED_COST -> expected(OutcomeFigure.COST_PER_CLIENT);
      case EXPECTED_COST_CHANGE -> expectedCostChange();
      case EXPECTED_RECALL -> expected(OutcomeFigure.RECALL);
      case EXPECTED_AUC -> expected(OutcomeFigure.AUC);
      default -> throw new IllegalArgumentException(metric + " is not of predictions");
    };
  }

  /** A metric of one feature, NaN where the window does not say. */
  double of(Metric metric, String feature) {
    FeatureTally values = tally.feature(feature);
    return switch (metric) {
      case FEATURE_MISSING -> values.missingRate();
      case FEATURE_MEAN -> values.meanOrNone();
      case FEATURE_DEVIATION -> values.deviation();
      default -> throw new IllegalArgumentException(metric + " is not of a feature");
    };
  }

  /** What a metric was before the model answered, if that is known. */
  Optional<Double> before(Metric metric, String feature) {
    Optional<FeatureProfile> profile = reference.profile(feature);
    return switch (metric) {
      case FEATURE_MISSING -> profile.map(PredictionFigures::missingRate);
      case FEATURE_MEAN -> profile.map(FeatureProfile::mean);
      case FEATURE_DEVIATION -> profile.map(FeatureProfile::deviation);
      case REFUSAL_RATE -> heldOut(OutcomeFigure.REFUSAL_RATE);
      case EXPECTED_DEFAULT_RATE, OBSERVED_DEFAULT_RATE -> heldOut(OutcomeFigure.DEFAULT_RATE);
      case EXPECTED_COST, OBSERVED_COST -> heldOut(OutcomeFigure.COST_PER_CLIENT);
      case EXPECTED_RECALL -> heldOut(OutcomeFigure.RECALL);
      case EXPECTED_AUC, OBSERVED_AUC -> heldOut(OutcomeFigure.AUC);
      default -> Optional.empty();
    };
  }

  private Optional<Double> heldOut(OutcomeFigure figure) {
    return Optional.ofNullable(reference.heldOut().get(figure)).map(interval -> interval.value());
  }
}
