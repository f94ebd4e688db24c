package io.clairscore.pipelines.tracking;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How much a model differs from another on the same clients, with the 95 % percentile interval of
 * resampled clients (Efron 1979). The same seed draws the same clients.
 *
 * @param value difference on the clients themselves
 * @param low 2.5 % quantile
 * @param high 97.5 % quantile
 */
record PairedDifference(double value, double low, double high) {
  private static final int RESAMPLES = 1000;
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  /** Additional cost per client of the first model's decisions over the second's. */
  static PairedDifference ofCost(HoldOut ours, HoldOut theirs, BusinessConf costs, long seed) {
    double[] more = new double[ours.size()];
    for (int i = 0; i < more.length; i++) {
      more[i] = cost(ours, i, costs) - cost(theirs, i, costs);
    }
    return resampled(
        more.length,
        seed,
        weight -> {
          double sum = 0;
          for (int i = 0; i < more.length; i++) {
            sum += weight[i] * more[i];
          }
          return sum / more.length;
        });
  }

  /** AUC of the first model less that of the second. */
  static PairedDifference ofAuc(HoldOut ours, HoldOut theirs, long seed) {
    WeightedAuc first = new WeightedAuc(ours.margin(), ours.target());
    WeightedAuc second = new WeightedAuc(theirs.margin(), theirs.target());
    return resampled(ours.size(), seed, weight -> first.of(weight) - second.of(weight));
  }

  /** Cost of one decision: a default accepted, a good client refused, or nothing. */
  static double cost(HoldOut clients, int i, BusinessConf costs) {
    if (clients.target()[i] == 1) {
      return clients.refused()[i] ? 0 : costs.falseNegativeCost();
    }
    return clients.refused()[i] ? costs.falsePositiveCost() : 0;
  }

  private static PairedDifference resampled(
      int clients, long seed, ToDoubleFunction<int[]> difference) {
    int[] weight = new int[clients];
    Arrays.fill(weight, 1);
    double value = difference.applyAsDouble(weight);
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      Arrays.fill(weight, 0);
      for (int i = 0; i < clients; i++) {
        weight[random.nextInt(clients)]++;
      }
      draws[b] = difference.applyAsDouble(weight);
    }
    Percentile percentile = new Percentile();
    percentile.setData(Arrays.stream(draws).filter(Double::isFinite).toArray());
    return new PairedDifference(value, percentile.evaluate(LOW), percentile.evaluate(HIGH));
  }
}
