package io.clairscore.pipelines.conf;

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
    depths = List.copyOf(Require.present("study.forest.depths", depths));
    Require.that(features > 0, "study.forest.features", features, "positive");
    Require.that(trees > 0, "study.forest.trees", trees, "positive");
    Require.depths("study.forest.depths", depths);
    Require.that(
        leastClientsOfLeaf > 0, "study.forest.leastClientsOfLeaf", leastClientsOfLeaf, "positive");
  }
}
