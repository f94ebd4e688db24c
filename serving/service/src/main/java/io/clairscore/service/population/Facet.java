package io.clairscore.service.population;

import io.clairscore.service.population.selection.Dimension;
import java.util.List;

/**
 * How many clients a choice by a dimension would leave.
 *
 * @param dimension by which
 * @param clients in each of its places
 */
public record Facet(Dimension dimension, List<Long> clients) {

  public Facet {
    clients = List.copyOf(clients);
    if (clients.size() != dimension.places()) {
      throw new IllegalArgumentException("One number per place of " + dimension.column());
    }
  }
}
