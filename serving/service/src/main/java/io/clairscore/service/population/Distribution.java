package io.clairscore.service.population;

import io.clairscore.service.population.selection.Dimension;
import java.util.List;
import java.util.Optional;

/**
 * How a column lies over the selected clients, by what was decided and what became of them.
 *
 * @param dimension the column's values or bands
 * @param tallies of each place
 * @param spread of a number
 * @param position of the client who is looked at
 */
public record Distribution(
    Dimension dimension,
    List<Tally> tallies,
    Optional<Spread> spread,
    Optional<Position> position) {

  /**
   * Where a client stands among the selected.
   *
   * @param place of the dimension
   * @param value a number or the value of a category; empty if it is missing
   */
  public record Position(int place, Optional<Object> value) {}

  public Distribution {
    tallies = List.copyOf(tallies);
  }
}
