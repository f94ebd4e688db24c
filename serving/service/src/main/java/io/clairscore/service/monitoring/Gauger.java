package io.clairscore.service.monitoring;

import io.clairscore.service.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The present value of every metric: of the service in its last whole minute, of predictions in the
 * last 24 hours, of outcomes in the last 90 days.
 */
final class Gauger {
  static final Duration PREDICTIONS = Duration.ofHours(24);
  static final Duration OUTCOMES = Duration.ofDays(90);

  private final Database database;
  private final MonitoringConf conf;
  private final References references;
  private final KnownOutcomes outcomes;
  private final Clock clock;

  Gauger(
      Database database,
      MonitoringConf conf,
      References references,
      KnownOutcomes outcomes,
      Clock clock) {
    this.database = database;
    this.conf = conf;
    this.references = references;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** What was predicted in a span of time up to now, beside training; empty without a model. */
  Optional<PredictionFigures> predictions(Duration span) {
    return references
        .current()
        .map(reference -> new PredictionFigures(tally(reference.run(), span), reference));
  }

  private PredictionTally tally(String run, Duration span) {
    Grain grain = span.toDays() <= 7 ? Grain.HOUR : Grain.DAY;
    long now = clock.millis();
    long from = grain.begin(now - span.toMillis() + grain.millis());
    return database
        .read(handle -> Windows.PREDICTIONS.between(handle, grain, from, now + 1, run))
        .stream()
        .map(Windows.Window::sum)
        .reduce(PredictionTally.NONE, PredictionTally::plus);
  }

  /** What became of predictions of a span of time up to now; empty without a model. */
  Optional<ObservedPerformance> observed(Duration span) {
    long now = clock.millis();
    return references
        .current()
        .map(
            reference ->
                new ObservedPerformance(
                    outcomes.between(reference.run(), now - span.toMillis(), now + 1),
                    reference.threshold()));
  }

  /** What the service did in a span of time up to now. */
  ServiceTally service(Duration span) {
    Grain grain = span.toHours() <= 2 ? Grain.MINUTE : span.toDays() <= 7 ? Grain.HOUR : Grain.DAY;
    long now = clock.millis();
    long from = grain.begin(now - span.toMillis() + grain.millis());
    return database
        .read(handle -> Windows.SERVICE.between(handle, grain, from, now + 1, ""))
        .stream()
        .map(Windows.Window::sum)
        .reduce(ServiceTally.NONE, ServiceTally::plus);
  }

  /**
   * The values of all metrics but those of the state and of features; unknown where there is too
   * little to judge.
   */
  Values values(ServiceTally lastMinute) {
    Optional<PredictionFigures> predicted =
        predictions(PREDICTIONS)
            .filter(figures -> figures.tally().predictions() >= conf.leastPredictions());
    Optional<ObservedPerformance> known =
        observed(OUTCOMES).filter(of -> of.known() >= conf.leastPredictions());
    return new Values(lastMinute, predicted, known);
  }

  /** One look at everything. */
  record Values(
      ServiceTally lastMinute,
      Optional<PredictionFigures> predicted,
      Optional<ObservedPerformance> known) {

    /** What is known while the store is away. */
    static Values ofService(ServiceTally lastMinute) {
      return new Values(lastMinute, Optional.empty(), Optional.empty());
    }

    double of(Metric metric, StateWatch state) {
      return switch (metric.source()) {
        case SERVICE -> ServiceFigures.of(lastMinute, metric);
        case PREDICTIONS -> predicted.map(figures -> figures.of(metric)).orElse(Double.NaN);
        case OUTCOMES -> known.map(observed -> observed.of(metric)).orElse(Double.NaN);
        case STATE -> state.of(metric);
        case FEATURE -> Double.NaN;
      };
    }
  }
}
