package io.clairscore.scorer.counterfactual;

import io.clairscore.scorer.Points;
import java.util.Optional;

/**
 * The most points that any change of a client's application reaches, and the nearest change that
 * reaches them. The search for the nearest change is asked again for other numbers of points, which
 * halving chooses: what it cannot reach, nothing does.
 */
final class HighestSearch {
  /** A change and the points it reaches. */
  record Reach(Change change, int points) {}

  private final NearestSearch search;
  private final Points scale;

  HighestSearch(NearestSearch search, Points scale) {
    this.search = search;
    this.scale = scale;
  }

  /**
   * The change, unless none brings a point.
   *
   * @param own points of the application as it is
   * @param most points that no change exceeds
   */
  Optional<Reach> between(int own, int most) {
    Optional<Reach> highest = Optional.empty();
    int reached = own;
    int unreached = most + 1;
    while (unreached - reached > 1) {
      int asked = reached + (unreached - reached) / 2;
      Optional<Change> nearest = search.simplest(Goal.of(scale, asked));
      if (nearest.isPresent()) {
        reached = asked;
        highest = Optional.of(new Reach(nearest.get(), reached));
      } else {
        unreached = asked;
      }
    }
    return highest;
  }
}
