package io.clairscore.pipelines.study;

import io.clairscore.pipelines.evaluation.Estimate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How figures are written in a study's tables. */
final class Cells {

  private Cells() {}

  /** Four decimals; empty where there is no figure. */
  static String figure(Double value) {
    return value == null || value.isNaN() ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  static String seconds(Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.1f", value);
  }

  /** A difference with its interval. */
  static String interval(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%+.4f [%+.4f, %+.4f]", estimate.value(), estimate.low(), estimate.high());
  }

  /** Figures about a fit in one line. */
  static String facts(Map<String, Double> facts) {
    return facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> String.format(Locale.ROOT, "%s=%.6g", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** Settings in one line. */
  static String settings(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
