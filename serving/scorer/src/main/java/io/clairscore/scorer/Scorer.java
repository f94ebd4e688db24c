package io.clairscore.scorer;

import java.io.Serializable;

/**
 * Scores feature vectors with one bundle. Immutable and thread-safe; serializable, so that a job
 * may send one to its workers.
 */
public final class Scorer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeEnsemble trees;
  private final Contributions contributions;
  private final Manifest manifest;

  private Scorer(TreeEnsemble trees, Manifest manifest) {
    this.trees = trees;
    this.contributions = Contributions.of(trees);
    this.manifest = manifest;
  }

  public static Scorer of(Bundle bundle) {
    return new Scorer(bundle.trees(), bundle.manifest());
  }

  /**
   * Scores one client.
   *
   * @param features one value per feature in the order of {@link Manifest#features()}, NaN if
   *     missing
   * @throws IllegalArgumentException if the vector has another length or an infinite value, which
   *     XGBoost refuses to train on as well
   */
  public Score score(float[] features) {
    requireFinite(features);
    float margin = trees.margin(features);
    return new Score(
        margin,
        manifest.calibration().probability(margin),
        manifest.points().of(margin),
        manifest.levels().of(margin),
        manifest.threshold().decide(margin),
        manifest.threshold().toReview(margin));
  }

  /**
   * What each feature adds to the margin of a client, and at the end what the model starts from;
   * see {@link Contributions#explain}.
   *
   * @throws IllegalArgumentException as {@link #score} does
   */
  public double[] contributions(float[] features) {
    requireFinite(features);
    return contributions.explain(features);
  }

  static void requireFinite(float[] features) {
    for (int i = 0; i < features.length; i++) {
      if (Float.isInfinite(features[i])) {
        throw new IllegalArgumentException(
            "The value at position %d is %s, which no model was trained on"
                .formatted(i, features[i]));
      }
    }
  }
}
