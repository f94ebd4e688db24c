package io.clairscore.pipelines.study;

import io.clairscore.features.catalogue.Catalogue;
import java.util.List;
import java.util.stream.IntStream;

/** The features a model may see that must not know what may not decide about a client. */
final class RegulatoryProfile {
  private RegulatoryProfile() {}

  /** Positions of the features that stay; a feature the catalogue does not know stays. */
  static int[] kept(List<String> names) {
    return IntStream.range(0, names.size()).filter(i -> decides(names.get(i))).toArray();
  }

  private static boolean decides(String name) {
    return Catalogue.core().feature(name).map(feature -> feature.decides()).orElse(true);
  }
}
