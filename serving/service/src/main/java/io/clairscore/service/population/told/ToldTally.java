package io.clairscore.service.population.told;

import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Grid;
import io.clairscore.service.population.Tally;

/**
 * Some clients, what is decided about them and what became of them. Of fewer than {@value
 * Grid#LEAST_CLIENTS} no rate is told.
 *
 * @param clients how many
 * @param refused share of the scored who are refused
 * @param defaulted share of those of known outcome who did not repay
 * @param meanProbability of default, as the model says
 */
public record ToldTally(
    long clients,
    @MayBeNull ToldShare refused,
    @MayBeNull ToldShare defaulted,
    @MayBeNull Double meanProbability) {
  static ToldTally of(Tally tally) {
    return tally.clients() < Grid.LEAST_CLIENTS
        ? new ToldTally(tally.clients(), null, null, null)
        : new ToldTally(
            tally.clients(),
            ToldShare.of(tally.refusalRate()),
            ToldShare.of(tally.defaultRate()),
            Figure.of(tally.meanProbability()));
  }
}
