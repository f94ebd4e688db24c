package io.clairscore.pipelines.study;

import io.clairscore.pipelines.study.explanation.Importance;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.RuleOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Tables of what a model does as a whole.
 *
 * @param explanation the explained model
 */
record ExplanationTables(ModelExplanation explanation) {
  static final String NAME = "explanation";

  /** Mean absolute contribution of the features of each business group together. */
  ResultTable groups() {
    Map<String, Double> sums =
        explanation.importances().stream()
            .collect(
                Collectors.groupingBy(
                    importance -> importance.group().isEmpty() ? "OTHER" : importance.group(),
                    Collectors.summingDouble(Importance::meanAbsoluteContribution)));
    double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    List<List<String>> rows =
        sums.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(
                group ->
                    List.of(
                        group.getKey(),
                        Cells.figure(group.getValue()),
                        Cells.figure(group.getValue() / all)))
            .toList();
    return new ResultTable(
        "importance-groups",
        "Mean |SHAP| summed over the features of each business group",
        List.of("group", "mean |SHAP|", "share"),
        rows);
  }

  ResultTable features() {
    List<List<String>> rows =
        explanation.importances().stream()
            .map(
                importance ->
                    List.of(
                        importance.feature(),
                        importance.group(),
                        Cells.figure(importance.meanAbsoluteContribution()),
                        Cells.figure(importance.aucLoss())))
            .toList();
    return new ResultTable(
        "importance",
        "Mean |SHAP| by feature, and AUC lost when permuted (rank correlation of those permuted "
            + Cells.figure(agreement())
            + ")",
        List.of("feature", "group", "mean |SHAP|", "AUC lost"),
        rows);
  }

  /** Spearman's correlation of the two ways to tell importance, over the features with both. */
  private double agreement() {
    List<Importance> both =
        explanation.importances().stream().filter(of -> of.aucLoss() != null).toList();
    return both.size() < 2
        ? Double.NaN
        : new SpearmansCorrelation()
            .correlation(
                both.stream().mapToDouble(Importance::meanAbsoluteContribution).toArray(),
                both.stream().mapToDouble(Importance::aucLoss).toArray());
  }

  /** The rules, in English on the terminal; the French ones stand beside them as CSV. */
  ResultTable rules(String name, boolean french) {
    List<List<String>> rows = new ArrayList<>();
    for (RuleOutcome rule : explanation.rules()) {
      rows.add(
          List.of(
              french ? rule.french() : rule.english(),
              String.valueOf(rule.clients()),
              Cells.figure(rule.coverage()),
              Cells.figure(rule.fidelity()),
              Cells.figure(rule.defaulted())));
    }
    return new ResultTable(
        name,
        (french ? "Règles, fidélité " : "Rules, fidelity ") + Cells.figure(explanation.fidelity()),
        french
            ? List.of("règle", "clients", "couverture", "fidélité", "défauts")
            : List.of("rule", "clients", "coverage", "fidelity", "defaulted"),
        rows);
  }
}
