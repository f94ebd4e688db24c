package io.clairscore.pipelines.study;

import java.util.Map;

/**
 * How well each feature alone parts defaults from the rest.
 *
 * @param aucs AUC, 0.5 to 1, by feature
 */
record FeatureScan(Map<String, Double> aucs) {
  static final String NAME = "feature-scan";
}
