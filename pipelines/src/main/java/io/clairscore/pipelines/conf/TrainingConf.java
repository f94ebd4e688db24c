package io.clairscore.pipelines.conf;

/**
 * How models are trained.
 *
 * @param seed seed of the boosting and of the bootstrap
 * @param folds number of cross-validation folds
 * @param holdOutShare share of labelled clients kept apart and scored once
 * @param workers XGBoost workers; one gives the same model wherever it is trained
 * @param threads threads of each worker
 * @param leakage limits above which a result is too good to be true
 * @param xgboost hyper-parameters
 * @param monotone features along which the risk moves in one direction
 */
public record TrainingConf(
    long seed,
    int folds,
    double holdOutShare,
    int workers,
    int threads,
    LeakageConf leakage,
    XgboostConf xgboost,
    MonotoneConf monotone) {

  public TrainingConf {
    Require.atLeast(2, "training.folds", folds);
    Require.that(
        holdOutShare > 0 && holdOutShare < 0.9,
        "training.holdOutShare",
        holdOutShare,
        "between 0 and 0.9");
    Require.atLeast(1, "training.workers", workers);
    Require.atLeast(1, "training.threads", threads);
    Require.present("training.leakage", leakage);
    Require.present("training.xgboost", xgboost);
    Require.present("training.monotone", monotone);
  }
}
