package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.LeakageConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stops a run whose results are too good to be true. The best public models of these data reach an
 * AUC of 0.806; what exceeds the limits has most likely seen the outcome.
 *
 * @param limits configured limits
 * @param allowed names of the alarms that a person has looked into: {@value #MODEL} or a feature
 */
public record LeakageAlarm(LeakageConf limits, Set<String> allowed) {
  public static final String MODEL = "model";

  public LeakageAlarm {
    allowed = Set.copyOf(allowed);
  }

  /** Looks at features alone, before anything is fitted. */
  public void checkFeatures(Map<String, Double> aucs) {
    Set<String> suspects = new TreeSet<>();
    aucs.forEach(
        (name, auc) -> {
          if (auc > limits.maximumFeatureAuc() && !allowed.contains(name)) {
            suspects.add(name);
          }
        });
    if (!suspects.isEmpty()) {
      String worst = suspects.iterator().next();
      throw TrainErrors.featureLeak(suspects, aucs.get(worst), limits.maximumFeatureAuc());
    }
  }

  /** Looks at the AUC of a model on clients it was not fitted on. */
  public void checkModel(String set, double auc) {
    if (auc > limits.maximumAuc() && !allowed.contains(MODEL)) {
      throw TrainErrors.modelLeak(set, auc, limits.maximumAuc());
    }
  }

  /** What would have stopped the run, had nobody allowed it; in words. */
  List<String> silenced(Map<String, Double> featureAucs, double modelAuc) {
    List<String> silenced = new ArrayList<>();
    featureAucs.forEach(
        (name, auc) -> {
          if (auc > limits.maximumFeatureAuc()) {
            silenced.add(
                String.format(
                    Locale.ROOT, "leakage alarm of %s (AUC alone %.4f) was allowed", name, auc));
          }
        });
    if (modelAuc > limits.maximumAuc()) {
      silenced.add(
          String.format(
              Locale.ROOT, "leakage alarm of the model (AUC %.4f) was allowed", modelAuc));
    }
    return silenced;
  }
}
