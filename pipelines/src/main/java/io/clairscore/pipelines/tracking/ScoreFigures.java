package io.clairscore.pipelines.tracking;

import io.clairscore.drift.statistics.Cut;
import io.clairscore.drift.statistics.StabilityIndex;
import io.clairscore.drift.statistics.ValueCounts;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.GoldenRow;
import io.clairscore.scorer.Scorer;
import java.util.Arrays;
import java.util.List;

/** Figures of a model's scores that the gate looks at. */
final class ScoreFigures {
  private static final int CALLS = 4000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NINETY_NINE = 0.99;

  private ScoreFigures() {}

  /**
   * Population stability index of probabilities against a reference, over the reference's deciles:
   * the index of the drift report, so that a limit means the same in both.
   */
  static double stabilityIndex(double[] reference, double[] probability) {
    ValueCounts before = ValueCounts.ofAll(reference);
    return StabilityIndex.bankers(
        Cut.atDeciles(before).count(before, ValueCounts.ofAll(probability)));
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
