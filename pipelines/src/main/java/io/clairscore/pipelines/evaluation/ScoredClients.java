package io.clairscore.pipelines.evaluation;

import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Clients with their outcome and their margin: a few bytes each, so that the driver holds those of
 * a whole lender.
 *
 * @param client SK_ID_CURR
 * @param target 1 for a default
 * @param fold fold, or {@link #HOLD_OUT}
 * @param margin log-odds of default by a model that was not fitted on this client
 */
public record ScoredClients(int[] client, int[] target, int[] fold, double[] margin) {
  /** Stands for the fold of a client kept apart. */
  public static final int HOLD_OUT = -1;

  public int size() {
    return client.length;
  }

  public int positives() {
    return IntStream.of(target).sum();
  }

  /** Clients of the folds that satisfy a condition. */
  public ScoredClients where(IntPredicate ofFold) {
    return at(places(ofFold));
  }

  /** Places of the clients of the folds that satisfy a condition. */
  int[] places(IntPredicate ofFold) {
    return IntStream.range(0, size()).filter(i -> ofFold.test(fold[i])).toArray();
  }

  /** The clients at these places. */
  ScoredClients at(int[] places) {
    return new ScoredClients(
        IntStream.of(places).map(i -> client[i]).toArray(),
        IntStream.of(places).map(i -> target[i]).toArray(),
        IntStream.of(places).map(i -> fold[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> margin[i]).toArray());
  }

  /** Two sets of clients as one. */
  public ScoredClients and(ScoredClients others) {
    return new ScoredClients(
        joined(client, others.client),
        joined(target, others.target),
        joined(fold, others.fold),
        DoubleStream.concat(DoubleStream.of(margin), DoubleStream.of(others.margin)).toArray());
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
  }

  public RankedScores ranked() {
    return new RankedScores(margin, target);
  }
}
