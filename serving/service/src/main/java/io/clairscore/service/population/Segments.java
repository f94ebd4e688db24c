package io.clairscore.service.population;

import io.clairscore.service.population.selection.Dimension;
import java.util.List;

/**
 * The selected clients by a dimension, with what was decided and what became of them.
 *
 * @param dimension by which
 * @param tallies of each of its places
 */
public record Segments(Dimension dimension, List<Tally> tallies) {

  public Segments {
    tallies = List.copyOf(tallies);
    if (tallies.size() != dimension.places()) {
      throw new IllegalArgumentException("One tally per place of " + dimension.column());
    }
  }
}
