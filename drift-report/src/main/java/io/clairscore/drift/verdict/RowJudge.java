package io.clairscore.drift.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each measured column its severity, action, importance and place. */
final class RowJudge {
  private final DriftOptions options;

  RowJudge(DriftOptions options) {
    this.options = options;
  }

  List<DriftRow> rows(Map<String, Measurement> measured) {
    Map<String, Double> shares = shares(measured);
    Map<String, Integer> ranks = ranks(shares);
    List<DriftRow> rows = new ArrayList<>();
    measured.forEach(
        (name, of) -> {
          Severity severity = severity(of, options.policy());
          ColumnEvent event = Events.of(name, of, of.decisive(), options.words());
          int rank = ranks.getOrDefault(name, 0);
          double effect = effect(name);
          rows.add(
              new DriftRow(
                  name,
                  options.words().label(name),
                  shares.getOrDefault(name, Double.NaN),
                  rank,
                  effect,
                  of,
                  event,
                  severity,
                  event.kind().fault()
                      ? Action.CORRECT_SOURCE
                      : action(severity, isImportant(rank), effect)));
        });
    rows.sort(
        Comparator.comparing(DriftRow::severity)
            .reversed()
            .thenComparingDouble(row -> Double.isNaN(row.importance()) ? 0 : -row.importance())
            .thenComparingDouble(row -> -row.decisive().map(Check::ratio).orElse(0.0))
            .thenComparing(DriftRow::name));
    return rows;
  }

  static Severity severity(Measurement measured, DriftPolicy policy) {
    return switch (measured.status()) {
      case COMPARED ->
          policy.rules() == RuleSet.EVIDENTLY
              ? ofEvidently(measured.evidently())
              : ofChecks(measured, policy);
      case ABSENT, TYPE_CHANGED -> Severity.STRONG;
      case NO_ROWS, ALWAYS_MISSING, ADDED, TOO_MANY_CATEGORIES -> Severity.NOT_COMPUTED;
    };
  }

  private static Severity ofEvidently(EvidentlyVerdict verdict) {
    if (verdict.rule() == TestChoice.NONE) {
      return Severity.NOT_COMPUTED;
    }
    return verdict.drifted() ? Severity.MODERATE : Severity.STABLE;
  }

  private static Severity ofChecks(Measurement measured, DriftPolicy policy) {
    Severity worst =
        measured.checks().stream()
            .map(Check::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.STABLE);
    boolean tooSmall =
        measured.statistics().of(Statistic.PSI_CRITICAL) > policy.limits(Statistic.PSI).moderate();
    return tooSmall && !worst.drifted() ? Severity.INCONCLUSIVE : worst;
  }

  /**
   * What to do about a column. Where a model was asked, a column that moves its scores is looked
   * into; where none was, a large change is. Neither alone is a reason to train again.
   */
  private Action action(Severity severity, boolean important, double effect) {
    boolean moves =
        options.model().isPresent()
            ? important && Math.abs(effect) >= options.policy().decisions().meanScore()
            : important || severity == Severity.STRONG;
    return switch (severity) {
      case NOT_COMPUTED, STABLE -> Action.NONE;
      case INCONCLUSIVE -> Action.COLLECT;
      case SLIGHT -> Action.WATCH;
      case MODERATE, STRONG -> moves ? Action.INVESTIGATE : Action.WATCH;
    };
  }

  /** If no importance is known, each column may matter. */
  private boolean isImportant(int rank) {
    return options.importances().isEmpty() || (rank > 0 && rank <= options.policy().topFeatures());
  }

  private double effect(String name) {
    return options
        .model()
        .map(model -> model.attribution().getOrDefault(name, Double.NaN))
        .orElse(Double.NaN);
  }

  /** Importance of each column as a share of that of all columns of the report. */
  private Map<String, Double> shares(Map<String, Measurement> measured) {
    double total =
        measured.keySet().stream()
            .sorted()
            .mapToDouble(name -> options.importances().getOrDefault(name, 0.0))
            .sum();
    Map<String, Double> shares = new HashMap<>();
    if (total > 0) {
      measured
          .keySet()
          .forEach(name -> shares.put(name, options.importances().getOrDefault(name, 0.0) / total));
    }
    return shares;
  }

  private static Map<String, Integer> ranks(Map<String, Double> shares) {
    List<String> names =
        shares.entrySet().stream()
            .filter(share -> share.getValue() > 0)
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> ranks = new HashMap<>();
    names.forEach(name -> ranks.put(name, ranks.size() + 1));
    return ranks;
  }
}
