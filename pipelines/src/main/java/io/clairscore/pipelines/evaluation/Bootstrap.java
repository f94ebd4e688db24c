package io.clairscore.pipelines.evaluation;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Percentile bootstrap over clients (Efron 1979): the same seed draws the same clients. Two figures
 * of the same clients are drawn as pairs, so that what makes a client hard for both cancels.
 *
 * @param resamples number of resamples
 * @param seed seed of the draws
 */
public record Bootstrap(int resamples, long seed) {
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  /** Every metric of these clients with its interval. */
  public Map<Metric, Estimate> estimate(Decisions decisions, BusinessConf costs) {
    Function<int[], Map<Metric, Double>> measuring = decisions.measuring(costs);
    Estimate[] estimates =
        estimates(
            decisions.size(),
            weight ->
                measuring.apply(weight).values().stream().mapToDouble(value -> value).toArray());
    Map<Metric, Estimate> byMetric = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      byMetric.put(metric, estimates[metric.ordinal()]);
    }
    return byMetric;
  }

  /** Mean of {@code a - b}, one of each per client. */
  public Estimate difference(double[] a, double[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " clients are no pairs");
    }
    return estimate(
        a.length,
        weight -> {
          double sum = 0;
          for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * (a[i] - b[i]);
          }
          return sum / weight.length;
        });
  }

  /** AUC of one score less that of another of the same clients in the same order. */
  public Estimate aucDifference(ScoredClients a, ScoredClients b) {
    RankedScores first = a.ranked();
    RankedScores second = b.ranked();
    return estimate(a.size(), weight -> first.auc(weight) - second.auc(weight));
  }

  private Estimate estimate(int clients, ToDoubleFunction<int[]> figure) {
    return estimates(clients, weight -> new double[] {figure.applyAsDouble(weight)})[0];
  }

  /**
   * Several figures of the same clients under the same draws.
   *
   * @param figures the figures, each client counted as often as its weight says
   */
  public Estimate[] estimates(int clients, Function<int[], double[]> figures) {
    int[] weight = new int[clients];
    Arrays.fill(weight, 1);
    double[] values = figures.apply(weight);
    double[][] draws = new double[values.length][resamples];
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < resamples; draw++) {
      resample(weight, random);
      double[] drawn = figures.apply(weight);
      for (int figure = 0; figure < drawn.length; figure++) {
        draws[figure][draw] = drawn[figure];
      }
    }
    return IntStream.range(0, values.length)
        .mapToObj(figure -> interval(values[figure], draws[figure]))
        .toArray(Estimate[]::new);
  }

  private static void resample(int[] weight, SplittableRandom random) {
    Arrays.fill(weight, 0);
    for (int i = 0; i < weight.length; i++) {
      weight[random.nextInt(weight.length)]++;
    }
  }

  /** Resamples without a default have no AUC; the quantiles are those of the others. */
  private static Estimate interval(double value, double[] draws) {
    Percentile percentile = new Percentile();
    percentile.setData(Arrays.stream(draws).filter(Double::isFinite).toArray());
    return new Estimate(value, percentile.evaluate(LOW), percentile.evaluate(HIGH));
  }
}
