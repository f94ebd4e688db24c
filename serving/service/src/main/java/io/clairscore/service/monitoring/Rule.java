package io.clairscore.service.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.clairscore.features.settings.Require;

/**
 * When there is an alert.
 *
 * @param name its own, such as {@code errors}
 * @param metric key of the {@link Metric} it watches
 * @param direction on which side of the threshold something is wrong
 * @param threshold where that begins
 * @param clear where the alert may end: the threshold, or a value on the good side of it, so that
 *     what wavers about the threshold is one alert and not many
 * @param minutes for how long it must be so, to open the alert and to close it
 * @param severity how much it matters
 */
public record Rule(
    String name,
    String metric,
    Direction direction,
    double threshold,
    double clear,
    int minutes,
    Severity severity) {

  /** On which side of a threshold something is wrong. */
  public enum Direction {
    ABOVE,
    BELOW;

    /** Whether a value is on the wrong side of a limit; on it, it is not. */
    boolean beyond(double value, double limit) {
      return this == ABOVE ? value > limit : value < limit;
    }
  }

  /** How much an alert matters. */
  public enum Severity {
    WARNING,
    CRITICAL
  }

  public Rule {
    Require.present("monitoring.rules.name", name);
    Require.that(
        name.matches("[a-z0-9][a-z0-9-]{0,59}"),
        "monitoring.rules.name",
        name,
        "small letters, digits and dashes");
    Require.present("monitoring.rules.metric", metric);
    Require.that(
        Metric.of(metric).filter(Metric.watchable()::contains).isPresent(),
        "monitoring.rules.metric",
        metric,
        "one of " + Metric.watchable().stream().map(Metric::key).sorted().toList());
    Require.present("monitoring.rules.direction", direction);
    Require.that(
        !direction.beyond(clear, threshold),
        "monitoring.rules.clear",
        clear,
        "the threshold, or on its good side");
    Require.notNegative("monitoring.rules.minutes", minutes);
    Require.present("monitoring.rules.severity", severity);
  }

  @JsonIgnore
  Metric watched() {
    return Metric.of(metric).orElseThrow();
  }
}
