package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * The random forest of a study.
 *
 * @param features most features, the strongest of each training fold
 * @param trees number of trees
 * @param depths depths to try
 * @param leastClientsOfLeaf fewest clients of a leaf
 */
public record ForestConf(int features, int trees, List<Integer> depths, int leastClientsOfLeaf) {

  public ForestConf {
    depths = Require.depths("study.forest.depths", depths);
    Require.positive("study.forest.features", features);
    Require.positive("study.forest.trees", trees);
    Require.positive("study.forest.leastClientsOfLeaf", leastClientsOfLeaf);
  }
}
