package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Every metric of the served model.
 *
 * @param measures each metric
 * @param folds the figures of each fold
 * @param falseNegativeCost cost of accepting a client who defaults
 * @param falsePositiveCost cost of refusing a client who would have paid
 */
public record MetricsPage(
    List<Measured> measures, List<Fold> folds, double falseNegativeCost, double falsePositiveCost)
    implements PageContent {

  public MetricsPage {
    measures = List.copyOf(measures);
    folds = List.copyOf(folds);
  }

  /** How a metric is written. */
  public enum Kind {
    RATE,
    SHARE,
    COUNT
  }

  /** Which way a metric is better. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  /**
   * A metric.
   *
   * @param key its name for programs
   * @param meaning what it measures, in one sentence
   * @param outOfFold on the training clients, by models, thresholds and calibrations of other folds
   * @param holdOut on the clients kept apart
   */
  public record Measured(
      String key,
      PageWords label,
      PageWords meaning,
      Kind kind,
      Better better,
      PageInterval outOfFold,
      PageInterval holdOut) {}

  /** A fold of the cross-validation. */
  public record Fold(int fold, long clients, long defaults, int trees, Double auc, Double cost) {}
}
