package io.clairscore.pipelines.features;

import io.clairscore.pipelines.run.Report;
import java.util.List;
import java.util.Locale;

/**
 * What the feature step did.
 *
 * @param computed clients whose features were computed
 * @param clients clients in the table
 * @param features features of a client
 * @param version Delta version of the table that now holds them
 */
public record FeatureReport(long computed, long clients, int features, long version)
    implements Report {

  @Override
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT, "features: %d for %,d of %,d clients", features, computed, clients));
  }
}
