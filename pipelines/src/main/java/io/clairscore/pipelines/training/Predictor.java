package io.clairscore.pipelines.training;

import java.io.Serializable;

/** A score of one client, computed wherever Spark sends it. */
@FunctionalInterface
public interface Predictor extends Serializable {
  /** Log-odds of default, or any number that rises with the risk; NaN features are missing. */
  double margin(float[] features);
}
