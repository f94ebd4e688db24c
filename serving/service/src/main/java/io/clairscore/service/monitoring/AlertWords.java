package io.clairscore.service.monitoring;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;

/** Tells alerts and figures to a person, in one language. */
public final class AlertWords {
  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  private final Language language;
  private final Phrases<AlertPhrase> phrases;
  private final Figures figures;

  /** Words of a language. */
  public AlertWords(Language language) {
    this.language = language;
    this.phrases = new Phrases<>(AlertPhrase.class, "alert-phrases.tsv", language);
    this.figures = new Figures(language);
  }

  /** What is the case: the metric, its value, the threshold. */
  public String sentence(Alert alert) {
    AlertPhrase phrase =
        alert.closed().isPresent()
            ? AlertPhrase.CLOSED
            : alert.direction() == Rule.Direction.ABOVE
                ? AlertPhrase.OPEN_ABOVE
                : AlertPhrase.OPEN_BELOW;
    return phrases.say(
        phrase,
        "label",
        alert.metric().label(language),
        "value",
        figure(alert.metric().unit(), alert.lastValue()),
        "threshold",
        figure(alert.metric().unit(), alert.threshold()));
  }

  /** What to do. */
  public String remedy(Alert alert) {
    return alert.metric().remedy(language);
  }

  /** A value as a reader of the language writes it, with its unit. */
  public String figure(Metric.Unit unit, double value) {
    return switch (unit) {
      case COUNT -> figures.count(value);
      case SHARE -> figures.percent(value, 2);
      case NUMBER -> figures.number(value, 3);
      case MILLIS -> phrases.say(AlertPhrase.MILLISECONDS, "value", figures.number(value, 1));
      case BYTES ->
          value < GIGABYTE
              ? phrases.say(AlertPhrase.MEGABYTES, "value", figures.number(value / MEGABYTE, 0))
              : phrases.say(AlertPhrase.GIGABYTES, "value", figures.number(value / GIGABYTE, 1));
    };
  }
}
