package io.clairscore.service.monitoring;

import io.clairscore.features.text.Language;
import io.clairscore.service.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Courses of measures, from the stored windows. */
final class Courses {
  private final Database database;
  private final References references;
  private final KnownOutcomes outcomes;

  Courses(Database database, References references, KnownOutcomes outcomes) {
    this.database = database;
    this.references = references;
    this.outcomes = outcomes;
  }

  /**
   * What is asked for.
   *
   * @param feature name of a feature, for a measure of one
   * @param from first moment, in milliseconds since 1970
   * @param until first moment no longer
   */
  record Question(Measure measure, Optional<String> feature, Grain grain, long from, long until) {}

  Course course(Question asked, Language language) {
    Optional<ModelReference> reference = references.current();
    List<Course.Point> points =
        switch (asked.measure().source()) {
          case SERVICE -> service(asked);
          case PREDICTIONS, FEATURE ->
              reference.map(known -> predictions(asked, known)).orElse(List.of());
          case OUTCOMES -> reference.map(known -> outcomes(asked, known)).orElse(List.of());
          case STATE -> List.of();
        };
    return new Course(
        asked.measure().key(),
        asked.measure().label(language),
        asked.measure().unit(),
        badge(asked.measure()),
        asked.feature().orElse(null),
        asked.grain(),
        reference.flatMap(known -> before(asked, known)).orElse(null),
        points);
  }

  private static String badge(Measure measure) {
    return measure.isEstimated() ? "estimated" : measure.isObserved() ? "observed" : "measured";
  }

  private static Optional<Double> before(Question asked, ModelReference reference) {
    return new PredictionFigures(PredictionTally.NONE, reference)
        .before(asked.measure(), asked.feature().orElse(""));
  }

  private List<Course.Point> service(Question asked) {
    return database
        .read(
            handle ->
                Windows.SERVICE.between(handle, asked.grain(), asked.from(), asked.until(), ""))
        .stream()
        .map(
            window ->
                point(
                    window.start(),
                    ServiceFigures.of(window.sum(), asked.measure()),
                    window.sum().requests()))
        .toList();
  }

  private List<Course.Point> predictions(Question asked, ModelReference reference) {
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
                  asked.measure().source() == Measure.Source.FEATURE
                      ? figures.of(asked.measure(), asked.feature().orElse(""))
                      : figures.of(asked.measure());
              return point(window.start(), value, window.sum().predictions());
            })
        .toList();
  }

  /** Outcomes are few, and summed up when they are asked for. */
  private List<Course.Point> outcomes(Question asked, ModelReference reference) {
    return outcomes
        .byWindow(reference.run(), asked.from(), asked.until(), asked.grain().millis())
        .entrySet()
        .stream()
        .map(
            window -> {
              ObservedPerformance observed =
                  new ObservedPerformance(window.getValue(), reference.threshold());
              return point(window.getKey(), observed.of(asked.measure()), observed.known());
            })
        .toList();
  }

  private static Course.Point point(long start, double value, long count) {
    return new Course.Point(
        Instant.ofEpochMilli(start).toString(), Double.isFinite(value) ? value : null, count);
  }
}
