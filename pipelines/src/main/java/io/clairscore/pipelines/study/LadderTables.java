package io.clairscore.pipelines.study;

import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tables of figures per candidate.
 *
 * @param judgements judged candidates by name
 */
record LadderTables(Judgements judgements) {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.COST_PER_CLIENT,
          Metric.AUC,
          Metric.KS,
          Metric.GINI,
          Metric.BRIER,
          Metric.ACCURACY,
          Metric.RECALL,
          Metric.REFUSAL_RATE);
  private static final List<String> HEADER =
      List.of(
          "candidate",
          "cost",
          "AUC",
          "KS",
          "Gini",
          "Brier",
          "accuracy",
          "recall",
          "refused",
          "ECE");

  /** Figures over the folds. */
  ResultTable outOfFold(String name, String title, List<String> candidates) {
    List<String> header = new ArrayList<>(HEADER);
    header.addAll(List.of("threshold", "AUC seen", "gap", "fit s", "predict s"));
    List<List<String>> rows = new ArrayList<>();
    for (String candidate : candidates) {
      Judged judged = judgements.of(candidate);
      CandidateRecord record = judgements.record(candidate);
      List<String> row = figures(candidate, judged.outOfFold());
      double auc = judged.outOfFold().measure(judged.costs()).get(Metric.AUC);
      Double seen = record.trainingAuc();
      row.add(Cells.figure(judged.threshold()));
      row.add(Cells.figure(seen));
      row.add(Cells.figure(seen == null ? null : seen - auc));
      row.add(Cells.seconds(record.fitSeconds()));
      row.add(Cells.seconds(record.predictSeconds()));
      rows.add(row);
    }
    return new ResultTable(name, title, header, rows);
  }

  /** Figures on the clients kept apart. */
  ResultTable holdOut(String name, String title, List<String> candidates) {
    List<List<String>> rows = new ArrayList<>();
    for (String candidate : candidates) {
      rows.add(figures(candidate, judgements.of(candidate).holdOut()));
    }
    return new ResultTable(name, title, HEADER, rows);
  }

  private List<String> figures(String name, Decisions decisions) {
    List<String> row = new ArrayList<>();
    row.add(name);
    Map<Metric, Double> measured = decisions.measure(judgements.costs());
    SHOWN.forEach(metric -> row.add(Cells.figure(measured.get(metric))));
    row.add(Cells.figure(Reliability.of(decisions.scores()).error()));
    return row;
  }

  /** Figures of each fold of each candidate. */
  ResultTable folds(List<String> candidates) {
    List<List<String>> rows = new ArrayList<>();
    for (String candidate : candidates) {
      List<Map<Metric, Double>> folds = judgements.of(candidate).folds();
      for (CandidateRecord.FoldFit fit : judgements.record(candidate).folds()) {
        Map<Metric, Double> measured = folds.get(fit.fold());
        rows.add(
            List.of(
                candidate,
                String.valueOf(fit.fold()),
                Cells.figure(measured.get(Metric.COST_PER_CLIENT)),
                Cells.figure(measured.get(Metric.AUC)),
                Cells.seconds(fit.fitSeconds()),
                Cells.facts(fit.facts())));
      }
    }
    return new ResultTable(
        "folds", "Folds", List.of("candidate", "fold", "cost", "AUC", "fit s", "fit"), rows);
  }
}
