package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.RankedScores;
import java.util.Map;
import java.util.function.Function;

/** What the page of metrics tells beside {@link Metric}, from the same counts and scores. */
enum PageMetric {
  PRECISION,
  F1,
  AVERAGE_PRECISION;

  /** Every metric and these, each client counted as often as its weight says. */
  static Function<int[], double[]> measuring(Decisions decisions, BusinessConf costs) {
    Function<int[], Map<Metric, Double>> measuring = decisions.measuring(costs);
    RankedScores ranked = decisions.scores().clients().ranked();
    return weight -> {
      Map<Metric, Double> measured = measuring.apply(weight);
      Confusion confusion = confusion(measured);
      return java.util.stream.DoubleStream.concat(
              measured.values().stream().mapToDouble(value -> value),
              java.util.stream.DoubleStream.of(
                  confusion.precision(), confusion.f1(), ranked.averagePrecision(weight)))
          .toArray();
    };
  }

  /** The counts among the metrics. */
  static Confusion confusion(Map<Metric, Double> measured) {
    return new Confusion(
        Math.round(measured.get(Metric.TRUE_POSITIVES)),
        Math.round(measured.get(Metric.FALSE_NEGATIVES)),
        Math.round(measured.get(Metric.FALSE_POSITIVES)),
        Math.round(measured.get(Metric.TRUE_NEGATIVES)));
  }
}
