package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * What a study compares, and how much it may fit.
 *
 * @param sampledClients most clients of a training fold whose vectors the driver holds
 * @param resamples resamples of each paired bootstrap
 * @param logistic logistic regression
 * @param scorecard scorecard
 * @param forest random forest
 * @param boostedTrees Spark's boosted trees
 * @param xgboostDepths depths of XGBoost as a rung of the ladder
 * @param fast XGBoost in imbalance, search and controls
 * @param imbalance ways to make up for the rarity of defaults
 * @param search hyper-parameters of XGBoost
 */
public record StudyConf(
    int sampledClients,
    int resamples,
    LogisticConf logistic,
    ScorecardConf scorecard,
    ForestConf forest,
    BoostedTreesConf boostedTrees,
    List<Integer> xgboostDepths,
    FastBoostingConf fast,
    ImbalanceConf imbalance,
    SearchConf search) {
  private static final int LEAST_CLIENTS = 100;

  public StudyConf {
    xgboostDepths = Require.depths("study.xgboostDepths", xgboostDepths);
    Require.atLeast(LEAST_CLIENTS, "study.sampledClients", sampledClients);
    Require.positive("study.resamples", resamples);
    Require.present("study.logistic", logistic);
    Require.present("study.scorecard", scorecard);
    Require.present("study.forest", forest);
    Require.present("study.boostedTrees", boostedTrees);
    Require.present("study.fast", fast);
    Require.present("study.imbalance", imbalance);
    Require.present("study.search", search);
  }
}
