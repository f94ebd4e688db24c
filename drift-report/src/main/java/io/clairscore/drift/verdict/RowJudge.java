package io.clairscore.drift.verdict;

import io.clairscore.features.text.Text;
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
          int rank = ranks.getOrDefault(name, 0);
          Severity severity = severity(of, options.policy());
          rows.add(
              new DriftRow(
                  name,
                  options.labels().getOrDefault(name, new Text(name, name)),
                  shares.getOrDefault(name, Double.NaN),
                  rank,
                  effect(name),
                  of,
                  severity,
                  action(of, severity, isImportant(rank))));
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

  private static Action action(Measurement measured, Severity severity, boolean important) {
    boolean broken =
        measured.status() == RowStatus.ABSENT
            || measured.status() == RowStatus.TYPE_CHANGED
            || measured.checks().stream()
                .anyMatch(
                    check -> check.measure() == Statistic.INFINITE && check.severity().drifted());
    if (broken) {
      return Action.CORRECT_SOURCE;
    }
    return switch (severity) {
      case NOT_COMPUTED, STABLE -> Action.NONE;
      case INCONCLUSIVE -> Action.COLLECT;
      case SLIGHT -> Action.WATCH;
      case MODERATE -> important ? Action.INVESTIGATE : Action.WATCH;
      case STRONG -> important ? Action.RETRAIN : Action.INVESTIGATE;
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
