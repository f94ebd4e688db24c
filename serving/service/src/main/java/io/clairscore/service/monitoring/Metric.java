package io.clairscore.service.monitoring;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is watched, as a number. Its key is its name in small letters with dashes; {@code
 * metrics.tsv} says in words what it is and what to do when it is out of bounds.
 */
public enum Metric {
  REQUESTS(Source.SERVICE, Unit.COUNT),
  ERROR_RATE(Source.SERVICE, Unit.SHARE),
  SHED_RATE(Source.SERVICE, Unit.SHARE),
  LATENCY_P50(Source.SERVICE, Unit.MILLIS),
  LATENCY_P95(Source.SERVICE, Unit.MILLIS),
  LATENCY_P99(Source.SERVICE, Unit.MILLIS),
  CPU(Source.SERVICE, Unit.SHARE),
  MEMORY(Source.SERVICE, Unit.BYTES),
  HEAP(Source.SERVICE, Unit.BYTES),
  GARBAGE_COLLECTION(Source.SERVICE, Unit.MILLIS),
  OPEN_FILES(Source.SERVICE, Unit.COUNT),
  DISK_FREE(Source.SERVICE, Unit.BYTES),
  EVENTS_WAITING(Source.SERVICE, Unit.COUNT),

  PREDICTIONS(Source.PREDICTIONS, Unit.COUNT),
  REFUSAL_RATE(Source.PREDICTIONS, Unit.SHARE),
  REVIEW_RATE(Source.PREDICTIONS, Unit.SHARE),
  SCORE_PSI(Source.PREDICTIONS, Unit.NUMBER),
  MISSING_CHANGE(Source.PREDICTIONS, Unit.SHARE),
  MEAN_SHIFT(Source.PREDICTIONS, Unit.NUMBER),
  EXPECTED_DEFAULT_RATE(Source.PREDICTIONS, Unit.SHARE),
  EXPECTED_COST(Source.PREDICTIONS, Unit.NUMBER),
  EXPECTED_COST_CHANGE(Source.PREDICTIONS, Unit.SHARE),
  EXPECTED_RECALL(Source.PREDICTIONS, Unit.SHARE),
  EXPECTED_AUC(Source.PREDICTIONS, Unit.NUMBER),
  FEATURE_MISSING(Source.FEATURE, Unit.SHARE),
  FEATURE_MEAN(Source.FEATURE, Unit.NUMBER),
  FEATURE_DEVIATION(Source.FEATURE, Unit.NUMBER),

  OBSERVED_DEFAULT_RATE(Source.OUTCOMES, Unit.SHARE),
  OBSERVED_COST(Source.OUTCOMES, Unit.NUMBER),
  OBSERVED_ACCURACY(Source.OUTCOMES, Unit.SHARE),
  OBSERVED_AUC(Source.OUTCOMES, Unit.NUMBER),

  MODEL_REFUSED(Source.STATE, Unit.NUMBER),
  FILES_LACKING(Source.STATE, Unit.NUMBER),
  EVENTS_BROKEN(Source.STATE, Unit.NUMBER),
  EVENTS_BEHIND(Source.STATE, Unit.COUNT),
  DRIFT_ALARM(Source.STATE, Unit.NUMBER);

  private static final TextTable WORDS = TextTable.read(Metric.class, "metrics.tsv", 1);

  static {
    WORDS.demandExactly(
        Arrays.stream(values()).map(metric -> List.of(metric.name())).collect(Collectors.toSet()));
  }

  /** Of what it is a function. */
  enum Source {
    SERVICE,
    PREDICTIONS,
    /** Of predictions, for one feature. */
    FEATURE,
    OUTCOMES,
    /** Of the moment: it has no trend. */
    STATE
  }

  /** How a number of it is read. */
  public enum Unit {
    COUNT,
    /** 1 is all. */
    SHARE,
    MILLIS,
    BYTES,
    NUMBER
  }

  private final Source source;
  private final Unit unit;

  Metric(Source source, Unit unit) {
    this.source = source;
    this.unit = unit;
  }

  Source source() {
    return source;
  }

  public Unit unit() {
    return unit;
  }

  /** Its name in settings, addresses and answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The metric of a key. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }

  /** The keys of those that have a trend. */
  public static List<String> keysWithTrend() {
    return Arrays.stream(values())
        .filter(metric -> metric.source != Source.STATE)
        .map(Metric::key)
        .toList();
  }

  /** Whether it is computed without outcomes from what the model itself says. */
  public boolean isEstimated() {
    return name().startsWith("EXPECTED");
  }

  /** Whether outcomes were measured. */
  public boolean isObserved() {
    return source == Source.OUTCOMES;
  }

  /** What it is, in a few words. */
  public String label(Language language) {
    return WORDS.text("label", name()).in(language);
  }

  /** What to do when it is out of bounds. */
  public String remedy(Language language) {
    return WORDS.text("remedy", name()).in(language);
  }

  /** Measures that rules may watch: those of one feature need its name, which rules do not have. */
  static Set<Metric> watchable() {
    return Arrays.stream(values())
        .filter(metric -> metric.source != Source.FEATURE)
        .collect(Collectors.toSet());
  }
}
