package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * Alarms for results that are too good to be true.
 *
 * @param maximumAuc AUC of the model above which the run stops
 * @param maximumFeatureAuc AUC of a single feature above which the run stops
 */
public record LeakageConf(double maximumAuc, double maximumFeatureAuc) {

  public LeakageConf {
    Require.that(
        maximumAuc > 0.5 && maximumAuc <= 1,
        "training.leakage.maximumAuc",
        maximumAuc,
        "in (0.5, 1]");
    Require.that(
        maximumFeatureAuc > 0.5 && maximumFeatureAuc <= 1,
        "training.leakage.maximumFeatureAuc",
        maximumFeatureAuc,
        "in (0.5, 1]");
  }
}
