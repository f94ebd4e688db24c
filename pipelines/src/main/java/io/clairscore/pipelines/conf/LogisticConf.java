package io.clairscore.pipelines.conf;

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
    penalties = List.copyOf(Require.present("study.logistic.penalties", penalties));
    path = List.copyOf(Require.present("study.logistic.path", path));
    Require.that(features > 0, "study.logistic.features", features, "positive");
    Require.penalties("study.logistic.penalties", penalties);
    Require.penalties("study.logistic.path", path);
    Require.that(iterations > 0, "study.logistic.iterations", iterations, "positive");
  }
}
