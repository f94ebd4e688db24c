package io.clairscore.pipelines.evaluation;

import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores of a model: training clients by models that did not see them, hold-out clients by the
 * model fitted on all training clients.
 *
 * @param clients clients with outcome, fold and margin
 * @param probability probability of default of each, calibrated on other clients than it
 */
public record Scores(ScoredClients clients, double[] probability) {

  public Scores {
    if (clients.size() != probability.length) {
      throw new IllegalArgumentException(
          clients.size() + " clients have " + probability.length + " probabilities");
    }
  }

  /** Two sets of clients as one. */
  public Scores and(Scores others) {
    return new Scores(
        clients.and(others.clients),
        DoubleStream.concat(DoubleStream.of(probability), DoubleStream.of(others.probability))
            .toArray());
  }

  /** Clients of the folds that satisfy a condition. */
  public Scores where(IntPredicate ofFold) {
    return at(clients.places(ofFold));
  }

  Scores at(int[] places) {
    return new Scores(
        clients.at(places), IntStream.of(places).mapToDouble(i -> probability[i]).toArray());
  }

  /** The training clients. */
  public Scores outOfFold() {
    return where(fold -> fold != ScoredClients.HOLD_OUT);
  }

  /** The clients kept apart; none where the model was not fitted on all training clients. */
  public Scores holdOut() {
    return where(fold -> fold == ScoredClients.HOLD_OUT);
  }
}
