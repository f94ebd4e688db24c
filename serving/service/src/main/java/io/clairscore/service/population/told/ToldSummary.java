package io.clairscore.service.population.told;

import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Summary;

/**
 * The selected clients in figures.
 *
 * @param review share of the scored whom a person should look at
 */
public record ToldSummary(
    ToldTally clients, @MayBeNull ToldShare review, @MayBeNull Double medianPoints) {
  public static ToldSummary of(Summary summary) {
    ToldTally clients = ToldTally.of(summary.tally());
    return clients.refused() == null
        ? new ToldSummary(clients, null, null)
        : new ToldSummary(
            clients, ToldShare.of(summary.review()), Figure.of(summary.medianPoints()));
  }
}
