package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.LeakageConf;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.study.results.ChosenModel.Finding;
import io.clairscore.pipelines.study.results.ChosenModel.Look;
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
record LeakageLooks(StudyRecords records, Judgements judgements, LeakageConf limits) {
  private static final int STRONGEST = 5;

  List<Look> of(String chosen) {
    List<Look> looks = new ArrayList<>();
    records.result(FeatureScan.NAME, FeatureScan.class).aucs().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(STRONGEST)
        .map(
            auc ->
                atMost(Finding.FEATURE, auc.getKey(), auc.getValue(), limits.maximumFeatureAuc()))
        .forEach(looks::add);
    FoldCheck folds = records.result(FoldCheck.NAME, FoldCheck.class);
    looks.add(new Look(Finding.PARTS, "", (double) folds.clients(), null, true));
    looks.add(new Look(Finding.TWINS, "", (double) folds.twins(), null, null));
    ScoredClients shuffled = records.scores(ShuffledLabels.NAME).clients();
    double auc = shuffled.ranked().auc();
    double bound = ShuffledLabels.bound(shuffled);
    looks.add(new Look(Finding.SHUFFLED, "", auc, bound, Math.abs(auc - 0.5) <= bound));
    Judged judged = judgements.of(chosen);
    Double seen = judgements.record(chosen).trainingAuc();
    looks.add(new Look(Finding.SEEN, chosen, seen, null, null));
    double inside = judged.outOfFold().measure(judgements.costs()).get(Metric.AUC);
    double apart = judged.holdOut().measure(judgements.costs()).get(Metric.AUC);
    looks.add(atMost(Finding.OUT_OF_FOLD, chosen, inside, limits.maximumAuc()));
    looks.add(atMost(Finding.HOLD_OUT, chosen, apart, limits.maximumAuc()));
    return looks;
  }

  private static Look atMost(Finding finding, String subject, double auc, double limit) {
    return new Look(finding, subject, auc, limit, auc <= limit);
  }
}
