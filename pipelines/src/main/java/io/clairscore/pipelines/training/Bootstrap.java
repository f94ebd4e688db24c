package io.clairscore.pipelines.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap over clients (Efron 1979): the same seed draws the same clients.
 *
 * @param resamples number of resamples
 * @param seed seed of the draws
 */
public record Bootstrap(int resamples, long seed) {
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  /** Every metric of these clients with its interval. */
  public Map<Metric, Estimate> estimate(JudgedClients clients) {
    int[] weight = new int[clients.size()];
    Arrays.fill(weight, 1);
    Map<Metric, Double> values = clients.measure(weight);
    Map<Metric, double[]> draws = new EnumMap<>(Metric.class);
    values.keySet().forEach(metric -> draws.put(metric, new double[resamples]));
    SplittableRandom random = new SplittableRandom(seed);
    for (int b = 0; b < resamples; b++) {
      int draw = b;
      resample(weight, random);
      clients.measure(weight).forEach((metric, value) -> draws.get(metric)[draw] = value);
    }
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    values.forEach((metric, value) -> estimates.put(metric, interval(value, draws.get(metric))));
    return estimates;
  }

  private static void resample(int[] weight, SplittableRandom random) {
    Arrays.fill(weight, 0);
    for (int i = 0; i < weight.length; i++) {
      weight[random.nextInt(weight.length)]++;
    }
  }

  /** Resamples without a default have no AUC; the quantiles are those of the others. */
  private static Estimate interval(double value, double[] draws) {
    double[] known = Arrays.stream(draws).filter(Double::isFinite).toArray();
    Percentile percentile = new Percentile();
    percentile.setData(known);
    return new Estimate(value, percentile.evaluate(LOW), percentile.evaluate(HIGH));
  }
}
