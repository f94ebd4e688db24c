package io.clairscore.pipelines.drift.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.scorer.Manifest;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the model was worth on the clients its training kept apart: the only realised figures that
 * it cannot have learned by heart.
 *
 * @param clients how many they were, 0 if the bundle does not say
 * @param figures with their intervals, none if the bundle does not say
 */
record HeldOut(long clients, Map<OutcomeFigure, Interval> figures) {

  static HeldOut of(Manifest manifest) {
    JsonNode measured = manifest.metrics().path("holdOut");
    Map<OutcomeFigure, Interval> figures = new EnumMap<>(OutcomeFigure.class);
    put(figures, OutcomeFigure.COST_PER_CLIENT, measured, Metric.COST_PER_CLIENT, 1);
    put(figures, OutcomeFigure.RECALL, measured, Metric.RECALL, 1);
    put(figures, OutcomeFigure.REFUSAL_RATE, measured, Metric.REFUSAL_RATE, 1);
    put(figures, OutcomeFigure.AUC, measured, Metric.AUC, 1);
    // If all are accepted, each default costs the same and nobody else costs anything.
    double missed = manifest.threshold().falseNegativeCost();
    put(figures, OutcomeFigure.DEFAULT_RATE, measured, Metric.ACCEPT_ALL_COST, missed);
    return new HeldOut(manifest.metrics().path("holdOutClients").asLong(), figures);
  }

  private static void put(
      Map<OutcomeFigure, Interval> figures,
      OutcomeFigure figure,
      JsonNode measured,
      Metric metric,
      double unit) {
    JsonNode estimate = measured.path(metric.name());
    if (estimate.path("value").isNumber()
        && estimate.path("low").isNumber()
        && estimate.path("high").isNumber()) {
      double value = estimate.get("value").asDouble();
      // A percentile interval need not hold the value it is about.
      double low = Math.min(value, estimate.get("low").asDouble());
      double high = Math.max(value, estimate.get("high").asDouble());
      figures.put(figure, new Interval(value, low, high).dividedBy(unit));
    }
  }
}
