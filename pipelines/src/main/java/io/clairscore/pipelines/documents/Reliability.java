package io.clairscore.pipelines.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities hold: clients in classes of equal size, from the least to the most probable
 * default.
 */
record Reliability(List<Bin> bins) {
  private static final int CLASSES = 10;

  /** Quantile of the normal distribution for 95 % intervals. */
  private static final double Z = 1.959963984540054;

  /**
   * One class.
   *
   * @param predicted mean probability
   * @param defaults clients who defaulted
   */
  record Bin(int clients, double predicted, int defaults) {

    double observed() {
      return (double) defaults / clients;
    }

    /** Lower end of Wilson's interval of the observed rate (Wilson 1927). */
    double low() {
      return middle() - half();
    }

    double high() {
      return middle() + half();
    }

    private double middle() {
      return (observed() + Z * Z / (2 * clients)) / (1 + Z * Z / clients);
    }

    private double half() {
      double spread = observed() * (1 - observed()) / clients + Z * Z / (4.0 * clients * clients);
      return Z * Math.sqrt(spread) / (1 + Z * Z / clients);
    }
  }

  static Reliability of(ScoredOutcomes scores) {
    int[] order =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores.probability()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int classes = Math.min(CLASSES, order.length);
    List<Bin> bins = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      int from = (int) ((long) c * order.length / classes);
      int to = (int) ((long) (c + 1) * order.length / classes);
      double predicted = 0;
      int defaults = 0;
      for (int i = from; i < to; i++) {
        predicted += scores.probability()[order[i]];
        defaults += scores.target()[order[i]];
      }
      bins.add(new Bin(to - from, predicted / (to - from), defaults));
    }
    return new Reliability(bins);
  }

  /** Mean distance of predicted and observed rates, each class by its clients. */
  double error() {
    double weighted = 0;
    double clients = 0;
    for (Bin bin : bins) {
      weighted += bin.clients() * Math.abs(bin.predicted() - bin.observed());
      clients += bin.clients();
    }
    return weighted / clients;
  }
}
