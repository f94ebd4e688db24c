package io.clairscore.service.population;

import io.clairscore.service.population.selection.Dimension;
import java.util.List;
import java.util.Optional;

/**
 * The selected clients by two dimensions. Of a few people nothing is said: neither a rate, which
 * chance would make, nor who they are.
 *
 * @param first by its places come the rows
 * @param second by its places come the cells of a row
 * @param rows a tally of each pair of places
 */
public record Grid(Dimension first, Dimension second, List<List<Tally>> rows) {
  /** Of fewer clients than these a cell says nothing. */
  public static final int LEAST_CLIENTS = 10;

  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The tally of a pair of places, unless too few clients are there. */
  public Optional<Tally> told(int firstPlace, int secondPlace) {
    Tally tally = rows.get(firstPlace).get(secondPlace);
    return tally.clients() == 0 || tally.clients() >= LEAST_CLIENTS
        ? Optional.of(tally)
        : Optional.empty();
  }

  /** How many clients are selected. */
  public long clients() {
    return rows.stream().flatMap(List::stream).mapToLong(Tally::clients).sum();
  }

  /** How many cells hold too few clients to tell of. */
  public long withheld() {
    return rows.stream()
        .flatMap(List::stream)
        .filter(tally -> tally.clients() > 0 && tally.clients() < LEAST_CLIENTS)
        .count();
  }
}
