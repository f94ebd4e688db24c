package io.clairscore.pipelines.training;

import io.clairscore.pipelines.run.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What a training measured; kept in the bundle as its metrics.
 *
 * @param featuresVersion Delta version of the features
 * @param featureCount features of the vector
 * @param trainingClients clients the model was fitted on
 * @param holdOutClients clients kept apart
 * @param candidates points of the grid with their mean cost over the folds
 * @param chosen the point with the least cost
 * @param rounds trees of the served model
 * @param folds each fold
 * @param outOfFold metrics of all training clients, each by models, thresholds and calibrations
 *     fitted on other folds
 * @param thresholdMargin lowest margin that is refused, fitted on all out-of-fold scores
 * @param thresholdProbability its calibrated probability
 * @param breakEvenProbability what theory says it should be for these costs
 * @param holdOut metrics of the hold-out, with intervals
 * @param approvalRatios share of accepted training clients by group of gender and of age, as a
 *     share of that of the best group
 * @param strongestFeatures AUC of the features that say most alone
 * @param warnings what a reader must know
 */
public record TrainReport(
    long featuresVersion,
    int featureCount,
    int trainingClients,
    int holdOutClients,
    List<Candidate> candidates,
    GridPoint chosen,
    int rounds,
    List<FoldReport> folds,
    Map<Metric, Double> outOfFold,
    double thresholdMargin,
    double thresholdProbability,
    double breakEvenProbability,
    Map<Metric, Estimate> holdOut,
    Map<String, Double> approvalRatios,
    Map<String, Double> strongestFeatures,
    List<String> warnings)
    implements Report {

  /** A point of the grid and its cost per client, the mean of the folds' best. */
  public record Candidate(GridPoint point, double cost) {}

  public TrainReport {
    candidates = List.copyOf(candidates);
    folds = List.copyOf(folds);
    warnings = List.copyOf(warnings);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "%,d clients trained on %d features, %,d kept apart; %d trees of depth %d",
            trainingClients, featureCount, holdOutClients, rounds, chosen.maxDepth()));
    lines.add("AUC over the folds " + spread(FoldReport::auc));
    lines.add("cost per client over the folds " + spread(FoldReport::costPerClient));
    lines.add(
        text(
            "refused from a default probability of %.4f on (break-even %.4f)",
            thresholdProbability, breakEvenProbability));
    holdOut.forEach(
        (metric, estimate) ->
            lines.add(
                text(
                    metric.counts()
                        ? "hold-out %-26s %,10.0f  [%,.0f, %,.0f]"
                        : "hold-out %-26s %10.4f  [%.4f, %.4f]",
                    metric.label(),
                    estimate.value(),
                    estimate.low(),
                    estimate.high())));
    warnings.forEach(warning -> lines.add("WARNING " + warning));
    return lines;
  }

  private String spread(ToDoubleFunction<FoldReport> figure) {
    SummaryStatistics statistics = new SummaryStatistics();
    folds.forEach(fold -> statistics.addValue(figure.applyAsDouble(fold)));
    return text(
        "%.4f ± %.4f [%.4f, %.4f]",
        statistics.getMean(),
        statistics.getStandardDeviation(),
        statistics.getMin(),
        statistics.getMax());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
