package io.clairscore.pipelines.study;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The features a model may see that must not know a protected attribute: none whose lineage reads
 * one (gender, age, family status and size), nor one that stands in for it by where the client
 * lives.
 */
final class RegulatoryProfile {
  /** Region and addresses: proxies of origin and social class. */
  private static final Set<Column> PROXIES =
      Set.of(
          Application.REGION_POPULATION_RELATIVE,
          Application.REGION_RATING_CLIENT,
          Application.REGION_RATING_CLIENT_W_CITY,
          Application.REG_REGION_NOT_LIVE_REGION,
          Application.REG_REGION_NOT_WORK_REGION,
          Application.LIVE_REGION_NOT_WORK_REGION,
          Application.REG_CITY_NOT_LIVE_CITY,
          Application.REG_CITY_NOT_WORK_CITY,
          Application.LIVE_CITY_NOT_WORK_CITY);

  private RegulatoryProfile() {}

  /** Positions of the features that stay; a feature the catalogue does not know stays. */
  static int[] kept(List<String> names) {
    return IntStream.range(0, names.size()).filter(i -> !excluded(names.get(i))).toArray();
  }

  private static boolean excluded(String name) {
    Optional<Feature> feature = Catalogue.core().feature(name);
    return feature.isPresent()
        && (feature.get().readsProtectedAttribute()
            || feature.get().lineage().stream().anyMatch(PROXIES::contains));
  }
}
