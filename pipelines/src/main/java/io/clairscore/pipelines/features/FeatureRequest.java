package io.clairscore.pipelines.features;

import java.util.Set;

/**
 * Whose features are computed.
 *
 * @param clients identifiers, those without dossier being told and left out; empty for every client
 *     whose dossier or catalogue changed
 */
public record FeatureRequest(Set<Integer> clients) {
  /** Every client whose dossier or catalogue changed. */
  public static final FeatureRequest CHANGED = new FeatureRequest(Set.of());

  public FeatureRequest {
    clients = Set.copyOf(clients);
  }
}
