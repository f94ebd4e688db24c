package io.clairscore.service.monitoring;

import io.clairscore.features.text.Language;
import io.clairscore.service.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Trends of metrics, from the stored windows. */
final class Trends {
  private final Database database;
  private final References references;
  private final KnownOutcomes outcomes;

  Trends(Database database, References references, KnownOutcomes outcomes) {
    this.database = database;
    this.references = references;
    this.outcomes = outcomes;
  }

  /**
   * What is asked for.
   *
   * @param feature name of a feature, for a metric of one
   * @param from first moment, in milliseconds since 1970
   * @param until first moment no longer
   */
  record Question(Metric metric, Optional<String> feature, Grain grain, long from, long until) {}

  Trend trend(Question asked, Language language) {
    Optional<ModelReference> reference = references.current();
    List<Trend.Point> points =
        switch (asked.metric().source()) {
          case SERVICE -> service(asked);
          case PREDICTIONS, FEATURE ->
              reference.map(known -> predictions(asked, known)).orElse(List.of());
          case OUTCOMES -> reference.map(known -> outcomes(asked, known)).orElse(List.of());
          case STATE -> List.of();
        };
    return new Trend(
        asked.metric().key(),
        asked.metric().label(language),
        asked.metric().unit(),
        badge(asked.metric()),
        asked.feature().orElse(null),
        asked.grain(),
        reference.flatMap(known -> before(asked, known)).orElse(null),
        points);
  }

  private static String badge(Metric metric) {
    return metric.isEstimated() ? "estimated" : metric.isObserved() ? "observed" : "measured";
  }

  private static Optional<Double> before(Question asked, ModelReference reference) {
    return new PredictionFigures(PredictionTally.NONE, reference)
        .before(asked.metric(), asked.feature().orElse(""));
  }

  private List<Trend.Point> service(Question asked) {
    return database
        .read(
            handle ->
                Windows.SERVICE.between(handle, asked.grain(), asked.from(), asked.until(), ""))
        .stream()
        .map(
            window ->
                point(
                    window.start(),
                    ServiceFigures.of(window.sum(), asked.metric()),
                    window.sum().requests()))
        .toList();
  }

  private List<Trend.Point> predictions(Question asked, ModelReference reference) {
    return database
        .read(
            handle ->
                Windows.PREDICTIONS.between(
                    handle, asked.grain(), asked.from(), asked.until(), reference.run()))
        .stream()
        .map(
            window -> {
              PredictionFigures figures = new PredictionFigures(window.sum(), reference);
              double value =
                  asked.metric().source() == Metric.Source.FEATURE
                      ? figures.of(asked.metric(), asked.feature().orElse(""))
                      : figures.of(asked.metric());
              return point(window.start(), value, window.sum().predictions());
            })
        .toList();
  }

  /** Outcomes are few, and summed up when they are asked for. */
  private List<Trend.Point> outcomes(Question asked, ModelReference reference) {
    return outcomes
        .byWindow(reference.run(), asked.from(), asked.until(), asked.grain().millis())
        .entrySet()
        .stream()
        .map(
            window -> {
              ObservedPerformance observed =
                  new ObservedPerformance(window.getValue(), reference.threshold());
              return point(window.getKey(), observed.of(asked.metric()), observed.known());
            })
        .toList();
  }

  private static Trend.Point point(long start, double value, long count) {
    return new Trend.Point(
        Instant.ofEpochMilli(start).toString(), Double.isFinite(value) ? value : null, count);
  }
}
