package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.features.use.Profile;

/**
 * How models are trained.
 *
 * @param seed seed of the boosting and of the bootstrap
 * @param folds number of cross-validation folds
 * @param holdOutShare share of labelled clients kept apart and scored once
 * @param workers XGBoost workers; one gives the same model wherever it is trained
 * @param threads threads of each worker
 * @param profile which inputs a model may learn from, {@link #inputs}
 * @param leakage limits above which a result is too good to be true
 * @param xgboost hyper-parameters
 * @param monotone features along which the risk moves in one direction
 * @param compact how few features a model may have
 */
public record TrainingConf(
    long seed,
    int folds,
    double holdOutShare,
    int workers,
    int threads,
    String profile,
    LeakageConf leakage,
    XgboostConf xgboost,
    MonotoneConf monotone,
    CompactConf compact) {

  public TrainingConf {
    Require.atLeast(2, "training.folds", folds);
    Require.that(
        holdOutShare > 0 && holdOutShare < 0.9,
        "training.holdOutShare",
        holdOutShare,
        "between 0 and 0.9");
    Require.atLeast(1, "training.workers", workers);
    Require.atLeast(1, "training.threads", threads);
    Require.that(
        Profile.keyed(Require.present("training.profile", profile)).isPresent(),
        "training.profile",
        profile,
        Profile.keys());
    Require.present("training.leakage", leakage);
    Require.present("training.xgboost", xgboost);
    Require.present("training.monotone", monotone);
    Require.present("training.compact", compact);
  }

  /** The inputs that a model may learn from. */
  public Profile inputs() {
    return Profile.keyed(profile).orElseThrow();
  }
}
