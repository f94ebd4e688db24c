package io.clairscore.pipelines.conf;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.clairscore.features.settings.Require;
import java.util.Locale;

/**
 * The comparison of ways to make up for the rarity of defaults.
 *
 * @param algorithm what is fitted: xgboost or logistic
 * @param goodsPerDefault good clients kept per default by undersampling
 * @param neighbours nearest neighbours among which SMOTE chooses
 * @param sampledDefaults most defaults of a fold among which SMOTE looks for neighbours
 */
public record ImbalanceConf(
    Algorithm algorithm, double goodsPerDefault, int neighbours, int sampledDefaults) {

  /** What is fitted. */
  public enum Algorithm {
    XGBOOST,
    LOGISTIC;

    /** The algorithm of a name in any case. */
    @JsonCreator
    static Algorithm named(String name) {
      try {
        return valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        // Without its cause: the reader of the configuration shows the innermost message.
        throw new IllegalArgumentException(
            "Setting study.imbalance.algorithm is " + name + ", but must be xgboost or logistic");
      }
    }
  }

  public ImbalanceConf {
    Require.present("study.imbalance.algorithm", algorithm);
    Require.positive("study.imbalance.goodsPerDefault", goodsPerDefault);
    Require.positive("study.imbalance.neighbours", neighbours);
    Require.positive("study.imbalance.sampledDefaults", sampledDefaults);
  }
}
