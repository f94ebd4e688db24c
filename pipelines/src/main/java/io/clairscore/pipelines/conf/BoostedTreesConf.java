package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * Spark's own gradient-boosted trees in a study.
 *
 * @param features most features, the strongest of each training fold
 * @param trees number of trees; each takes several passes over the rows, so few are affordable
 * @param depths depths to try
 * @param eta learning rate
 * @param leastClientsOfLeaf fewest clients of a leaf
 */
public record BoostedTreesConf(
    int features, int trees, List<Integer> depths, double eta, int leastClientsOfLeaf) {
  private static final int MOST_TREES = 60;

  public BoostedTreesConf {
    depths = Require.depths("study.boostedTrees.depths", depths);
    Require.positive("study.boostedTrees.features", features);
    Require.that(
        trees > 0 && trees <= MOST_TREES,
        "study.boostedTrees.trees",
        trees,
        "between 1 and " + MOST_TREES);
    Require.share("study.boostedTrees.eta", eta);
    Require.positive("study.boostedTrees.leastClientsOfLeaf", leastClientsOfLeaf);
  }
}
