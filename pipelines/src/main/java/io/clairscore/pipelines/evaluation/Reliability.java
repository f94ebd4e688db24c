package io.clairscore.pipelines.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities hold: clients in classes of equal size, from the least to the most probable
 * default. Classes of equal size and not of equal width, because most probabilities are small.
 */
public record Reliability(List<Bin> bins) {
  private static final int CLASSES = 10;

  /**
   * One class.
   *
   * @param predicted mean probability
   * @param defaults clients who defaulted
   */
  public record Bin(int clients, double predicted, int defaults) {
    public double observed() {
      return (double) defaults / clients;
    }

    /** The observed rate with its interval. */
    public Estimate interval() {
      return Wilson.share(defaults, clients);
    }
  }

  public Reliability {
    bins = List.copyOf(bins);
  }

  public static Reliability of(Scores scores) {
    int[] order = RankedScores.order(scores.probability());
    int classes = Math.min(CLASSES, order.length);
    return new Reliability(
        IntStream.range(0, classes)
            .mapToObj(
                c ->
                    bin(
                        scores,
                        order,
                        (int) ((long) c * order.length / classes),
                        (int) ((long) (c + 1) * order.length / classes)))
            .toList());
  }

  private static Bin bin(Scores scores, int[] order, int from, int to) {
    double predicted = 0;
    int defaults = 0;
    for (int i = from; i < to; i++) {
      predicted += scores.probability()[order[i]];
      defaults += scores.clients().target()[order[i]];
    }
    return new Bin(to - from, predicted / (to - from), defaults);
  }

  /**
   * The expected calibration error: mean distance of predicted and observed rates, each class by
   * its clients (Naeini et al. 2015). NaN without clients.
   */
  public double error() {
    double weighted = 0;
    double clients = 0;
    for (Bin bin : bins) {
      weighted += bin.clients() * Math.abs(bin.predicted() - bin.observed());
      clients += bin.clients();
    }
    return weighted / clients;
  }
}
