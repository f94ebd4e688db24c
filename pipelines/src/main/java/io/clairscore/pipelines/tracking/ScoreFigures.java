package io.clairscore.pipelines.tracking;

import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.GoldenRow;
import io.clairscore.scorer.Scorer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of a model's scores that the gate looks at. */
final class ScoreFigures {
  private static final int BINS = 10;
  private static final int CALLS = 4000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NINETY_NINE = 0.99;

  private ScoreFigures() {}

  /**
   * Expected calibration error: clients in ten bins of equal size by their probability, and over
   * the bins the mean distance of mean probability and default rate, weighted by clients.
   */
  static double calibrationError(double[] probability, int[] target) {
    int[] order =
        IntStream.range(0, probability.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double difference = 0;
      for (int i = start(bin, order.length); i < start(bin + 1, order.length); i++) {
        difference += probability[order[i]] - target[order[i]];
      }
      error += Math.abs(difference);
    }
    return error / order.length;
  }

  /**
   * Population stability index of probabilities against a reference, over the reference's deciles:
   * the sum of (p - q) ln(p / q). An empty bin counts as half a client, as its logarithm would be
   * infinite.
   */
  static double psi(double[] reference, double[] probability) {
    double[] sorted = reference.clone();
    Arrays.sort(sorted);
    double[] edges =
        IntStream.range(1, BINS).mapToDouble(bin -> sorted[start(bin, sorted.length)]).toArray();
    double[] before = shares(edges, reference);
    double[] after = shares(edges, probability);
    double psi = 0;
    for (int bin = 0; bin < BINS; bin++) {
      // Deciles that are one value leave bins that nobody can fall into.
      if (bin == 0 || bin == edges.length || edges[bin] > edges[bin - 1]) {
        psi += (after[bin] - before[bin]) * Math.log(after[bin] / before[bin]);
      }
    }
    return psi;
  }

  private static double[] shares(double[] edges, double[] values) {
    double[] counts = new double[edges.length + 1];
    for (double value : values) {
      int bin = 0;
      while (bin < edges.length && value >= edges[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    return Arrays.stream(counts).map(count -> Math.max(count, 0.5) / values.length).toArray();
  }

  private static int start(int bin, int size) {
    return (int) ((long) bin * size / BINS);
  }

  /**
   * Milliseconds within which 99 of 100 single scores are done, on one thread, after warming up.
   */
  static double latencyMillis(Bundle bundle) {
    Scorer scorer = Scorer.of(bundle);
    List<float[]> vectors = bundle.golden().stream().map(GoldenRow::features).toList();
    long[] nanos = new long[CALLS];
    // The first round warms up; only the times of the second stay.
    for (int call = 0; call < 2 * CALLS; call++) {
      long start = System.nanoTime();
      scorer.score(vectors.get(call % vectors.size()));
      nanos[call % CALLS] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[(int) (NINETY_NINE * CALLS)] / NANOS_PER_MILLI;
  }
}
