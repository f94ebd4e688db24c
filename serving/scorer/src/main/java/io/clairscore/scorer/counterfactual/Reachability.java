package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Rows;
import io.clairscore.scorer.TreeEnsemble;

/**
 * Says of refused clients whether any realistic change would be accepted, for a model that is not a
 * bundle yet: by the search of {@link Counterfactuals}, without its answers. Immutable and
 * thread-safe.
 */
public final class Reachability {
  private final ClientSearch searches;
  private final Goal acceptance;

  private Reachability(ClientSearch searches, Goal acceptance) {
    this.searches = searches;
    this.acceptance = acceptance;
  }

  /**
   * Reachability of a model's acceptance.
   *
   * @param catalogue exactly the features of the model, in their order
   * @param threshold lowest margin that is refused
   */
  public static Reachability of(
      TreeEnsemble model, Catalogue catalogue, double threshold, Levers levers) {
    MovedFeatures moved = new MovedFeatures(catalogue, levers);
    return new Reachability(new ClientSearch(model, levers, moved), new Goal(threshold));
  }

  /**
   * Whether a change suffices.
   *
   * @param application the client's own, as a table of one row
   * @param vector the client's features, in the order of the model
   */
  public boolean of(Rows application, float[] vector) {
    return searches.of(application, vector).simplest(acceptance).isPresent();
  }
}
