package io.clairscore.service.population;

import io.clairscore.service.population.selection.Dimension;
import java.util.List;

/**
 * How many of the selected clients are in each place of a dimension.
 *
 * @param dimension by which
 * @param tallies of each of its places
 */
public record Facet(Dimension dimension, List<Tally> tallies) {

  public Facet {
    tallies = List.copyOf(tallies);
    if (tallies.size() != dimension.places()) {
      throw new IllegalArgumentException("One tally per place of " + dimension.column());
    }
  }
}
