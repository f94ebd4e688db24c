package io.clairscore.pipelines.conf;

/**
 * XGBoost where a study compares many fits: faster learning than the served model's.
 *
 * @param eta learning rate
 * @param earlyStoppingRounds rounds without improvement after which a fit stops
 */
public record FastBoostingConf(double eta, int earlyStoppingRounds) {

  public FastBoostingConf {
    Require.that(eta > 0 && eta <= 1, "study.fast.eta", eta, "in (0, 1]");
    Require.that(
        earlyStoppingRounds > 0, "study.fast.earlyStoppingRounds", earlyStoppingRounds, "positive");
  }
}
