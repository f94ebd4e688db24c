package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.LeakageConf;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Every look for leakage and overfitting.
 *
 * @param records what the study has done
 * @param judgements its candidates
 * @param limits what is too good to be true
 */
record LeakageTable(StudyRecords records, Judgements judgements, LeakageConf limits) {
  private static final int STRONGEST = 5;

  ResultTable of(String chosen) {
    List<List<String>> rows = new ArrayList<>();
    records.result(FeatureScan.NAME, FeatureScan.class).aucs().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(STRONGEST)
        .forEach(
            feature ->
                rows.add(
                    row(
                        "feature alone, AUC: " + feature.getKey(),
                        feature.getValue(),
                        "at most " + limits.maximumFeatureAuc(),
                        feature.getValue() <= limits.maximumFeatureAuc())));
    FoldCheck folds = records.result(FoldCheck.NAME, FoldCheck.class);
    rows.add(
        List.of(
            "clients in one part each, classes in equal shares", folds.clients() + "", "", "yes"));
    rows.add(List.of("clients with a twin in another part", folds.twins() + "", "", ""));
    ScoredClients shuffled = records.scores(ShuffledLabels.NAME).clients();
    double auc = shuffled.ranked().auc();
    double bound = ShuffledLabels.bound(shuffled);
    rows.add(
        row(
            "shuffled outcomes, AUC",
            auc,
            "0.5 within " + Cells.figure(bound),
            Math.abs(auc - 0.5) <= bound));
    Map<Metric, Double> inside = judgements.of(chosen).outOfFold().measure(judgements.costs());
    Map<Metric, Double> apart = judgements.of(chosen).holdOut().measure(judgements.costs());
    rows.add(row(chosen + ", AUC seen", judgements.record(chosen).trainingAuc(), "", null));
    rows.add(alarm(chosen + ", AUC out of fold", inside.get(Metric.AUC)));
    rows.add(alarm(chosen + ", AUC hold-out", apart.get(Metric.AUC)));
    return new ResultTable(
        "leakage", "Leakage and overfitting", List.of("look", "found", "allowed", "passed"), rows);
  }

  private List<String> alarm(String look, double auc) {
    return row(look, auc, "at most " + limits.maximumAuc(), auc <= limits.maximumAuc());
  }

  private static List<String> row(String look, Double found, String allowed, Boolean passed) {
    return List.of(look, Cells.figure(found), allowed, passed == null ? "" : passed ? "yes" : "NO");
  }
}
