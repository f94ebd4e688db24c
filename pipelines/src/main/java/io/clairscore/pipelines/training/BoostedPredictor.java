package io.clairscore.pipelines.training;

import io.clairscore.scorer.TreeEnsemble;

/** XGBoost's trees, which can be kept and explained. */
public final class BoostedPredictor implements Predictor {
  private static final long serialVersionUID = 1L;

  private final TreeEnsemble trees;
  private final transient byte[] json;

  BoostedPredictor(byte[] json) {
    this.trees = TreeEnsemble.read(json);
    this.json = json;
  }

  /** The model as XGBoost's JSON document; not there where Spark has sent the trees. */
  public byte[] json() {
    return json;
  }

  @Override
  public double margin(float[] features) {
    return trees.margin(features);
  }
}
