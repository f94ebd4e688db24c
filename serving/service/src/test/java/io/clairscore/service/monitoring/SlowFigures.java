package io.clairscore.service.monitoring;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.service.monitoring.StoredPredictions.Stored;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of predictions by loops over all of them, as their definitions say. */
final class SlowFigures {
  private final List<Stored> predictions;

  SlowFigures(List<Stored> predictions) {
    this.predictions = predictions;
  }

  long refused() {
    return predictions.stream().filter(SlowFigures::isRefused).count();
  }

  static boolean isRefused(Stored stored) {
    return stored.event().score().decision() == Decision.REFUSED;
  }

  double missingRate(int place) {
    return (double) predictions.stream().filter(stored -> Float.isNaN(stored.value(place))).count()
        / predictions.size();
  }

  double mean(int place) {
    return values(place).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  double deviation(int place) {
    double mean = mean(place);
    double squares =
        values(place).stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values(place).size() - 1));
  }

  private List<Double> values(int place) {
    return predictions.stream()
        .map(stored -> (double) stored.value(place))
        .filter(value -> !Double.isNaN(value))
        .toList();
  }

  /** Bankers' index: each count plus one half, then the sum of (r − c)·ln(r / c). */
  double psi(Map<Level, Long> reference) {
    double before = reference.values().stream().mapToLong(Long::longValue).sum() + 3.5;
    double after = predictions.size() + 3.5;
    double sum = 0;
    for (Level level : Level.values()) {
      double r = (reference.get(level) + 0.5) / before;
      long count = predictions.stream().filter(at -> at.event().score().level() == level).count();
      double c = (count + 0.5) / after;
      sum += (r - c) * Math.log(r / c);
    }
    return sum;
  }

  /** Expected cost per client: an accepted one may default, a refused one may have paid. */
  double expectedCost(double missed, double lost) {
    double sum = 0;
    for (Stored stored : predictions) {
      double p = stored.event().score().probability();
      sum += isRefused(stored) ? lost * (1 - p) : missed * p;
    }
    return sum / predictions.size();
  }

  /**
   * Ordered pairs of a default and a payer over all such pairs, each weighted by its probability.
   */
  double auc(ToDoubleFunction<Stored> probability) {
    double ordered = 0;
    double pairs = 0;
    for (Stored bad : predictions) {
      for (Stored good : predictions) {
        if (bad != good) {
          double weight = probability.applyAsDouble(bad) * (1 - probability.applyAsDouble(good));
          int order = Integer.compare(bad.event().score().points(), good.event().score().points());
          pairs += weight;
          ordered += order < 0 ? weight : order == 0 ? weight / 2 : 0;
        }
      }
    }
    return ordered / pairs;
  }
}
