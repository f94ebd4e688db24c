package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.ScoredClients;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores of a candidate: training clients by models that did not see them, hold-out clients by the
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
  public static Scores joined(Scores first, Scores second) {
    return new Scores(
        joined(first.clients, second.clients),
        DoubleStream.concat(DoubleStream.of(first.probability), DoubleStream.of(second.probability))
            .toArray());
  }

  /** Two sets of clients as one. */
  public static ScoredClients joined(ScoredClients first, ScoredClients second) {
    return new ScoredClients(
        joined(first.client(), second.client()),
        joined(first.target(), second.target()),
        joined(first.fold(), second.fold()),
        DoubleStream.concat(DoubleStream.of(first.margin()), DoubleStream.of(second.margin()))
            .toArray());
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
  }

  /** Clients of the folds that satisfy a condition. */
  public Scores where(IntPredicate ofFold) {
    double[] kept =
        IntStream.range(0, clients.size())
            .filter(i -> ofFold.test(clients.fold()[i]))
            .mapToDouble(i -> probability[i])
            .toArray();
    return new Scores(clients.where(ofFold), kept);
  }

  /** The training clients. */
  public Scores outOfFold() {
    return where(fold -> fold != Columns.HOLD_OUT);
  }

  /** The clients kept apart; none where the candidate was not fitted on all training clients. */
  public Scores holdOut() {
    return where(fold -> fold == Columns.HOLD_OUT);
  }
}
