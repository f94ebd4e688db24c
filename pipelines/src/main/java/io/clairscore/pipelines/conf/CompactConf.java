package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * How few features a model may have. Training tries models of the strongest features of each fold,
 * and serves the smallest that judges clients no worse than all features do.
 *
 * @param sizes numbers of features that are tried; empty to keep all features
 * @param colsampleBytree share of its features that each tree of a smaller model sees
 */
public record CompactConf(List<Integer> sizes, double colsampleBytree) {

  public CompactConf {
    sizes = List.copyOf(Require.present("training.compact.sizes", sizes));
    Require.that(
        sizes.stream().allMatch(size -> size >= 1)
            && sizes.stream().distinct().count() == sizes.size(),
        "training.compact.sizes",
        sizes,
        "different numbers from 1 on");
    Require.that(
        colsampleBytree > 0 && colsampleBytree <= 1,
        "training.compact.colsampleBytree",
        colsampleBytree,
        "in (0, 1]");
  }
}
