package io.clairscore.pipelines.study.evaluation;

import io.clairscore.pipelines.training.Estimate;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap of the mean difference between two figures of the same clients: drawing
 * clients keeps the pairs together, so what makes a client hard for both cancels (Efron 1979).
 *
 * @param resamples number of resamples
 * @param seed seed of the draws
 */
public record PairedBootstrap(int resamples, long seed) {
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  /** Mean of {@code a - b} with its 95 % interval. */
  public Estimate difference(double[] a, double[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " clients are no pairs");
    }
    double[] gap = new double[a.length];
    for (int i = 0; i < gap.length; i++) {
      gap[i] = a[i] - b[i];
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int r = 0; r < resamples; r++) {
      double sum = 0;
      for (int i = 0; i < gap.length; i++) {
        sum += gap[random.nextInt(gap.length)];
      }
      means[r] = sum / gap.length;
    }
    Percentile percentile = new Percentile();
    percentile.setData(means);
    double sum = 0;
    for (double of : gap) {
      sum += of;
    }
    return new Estimate(sum / gap.length, percentile.evaluate(LOW), percentile.evaluate(HIGH));
  }
}
