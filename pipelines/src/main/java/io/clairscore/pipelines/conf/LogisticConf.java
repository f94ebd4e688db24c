package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * The logistic regression of a study.
 *
 * @param features most features, the strongest of each training fold
 * @param penalties L2 penalties to try
 * @param path penalties along which the coefficients are followed
 * @param iterations most iterations
 */
public record LogisticConf(
    int features, List<Double> penalties, List<Double> path, int iterations) {

  public LogisticConf {
    penalties = Require.penalties("study.logistic.penalties", penalties);
    path = Require.penalties("study.logistic.path", path);
    Require.positive("study.logistic.features", features);
    Require.positive("study.logistic.iterations", iterations);
  }
}
