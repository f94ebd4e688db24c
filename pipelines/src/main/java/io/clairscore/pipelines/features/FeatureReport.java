package io.clairscore.pipelines.features;

import java.util.Locale;

/**
 * What the feature step did.
 *
 * @param computed clients whose features were computed
 * @param clients clients in the table
 * @param features features of a client
 * @param version Delta version of the table that now holds them
 */
public record FeatureReport(long computed, long clients, int features, long version) {

  /** The report for a person. */
  public String text() {
    return String.format(
        Locale.ROOT, "features: %d for %,d of %,d clients", features, computed, clients);
  }
}
