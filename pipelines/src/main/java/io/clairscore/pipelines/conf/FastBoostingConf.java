package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * XGBoost where a study compares many fits: faster learning than the served model's.
 *
 * @param eta learning rate
 * @param earlyStoppingRounds rounds without improvement after which a fit stops
 */
public record FastBoostingConf(double eta, int earlyStoppingRounds) {

  public FastBoostingConf {
    Require.share("study.fast.eta", eta);
    Require.positive("study.fast.earlyStoppingRounds", earlyStoppingRounds);
  }
}
