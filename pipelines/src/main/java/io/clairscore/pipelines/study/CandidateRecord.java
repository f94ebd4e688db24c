package io.clairscore.pipelines.study;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a fitted candidate beside its scores.
 *
 * @param name its name
 * @param parameters settings of the chosen point of its grid
 * @param grid every point with its cost over the folds
 * @param folds each fold's fit of the chosen point
 * @param refitSeconds time of the fit on all training clients, null where there is none
 * @param predictSeconds time to score all clients of its folds, by the clock on the wall
 * @param trainingAuc AUC of the fit on all training clients on those clients, null where there is
 *     none
 * @param threshold margin from which on it refuses, null where the threshold is fitted
 */
record CandidateRecord(
    String name,
    Map<String, String> parameters,
    List<GridCost> grid,
    List<FoldFit> folds,
    Double refitSeconds,
    double predictSeconds,
    Double trainingAuc,
    Double threshold) {

  /**
   * A point of a grid.
   *
   * @param costPerClient mean over the folds at each fold's own best threshold, for selection only
   */
  record GridCost(Map<String, String> parameters, double costPerClient) {}

  /**
   * One fit of the cross-validation.
   *
   * @param facts figures about the fit, such as its number of trees
   */
  record FoldFit(int fold, double fitSeconds, Map<String, Double> facts) {}

  /** Time of all fits of the chosen point over the folds. */
  double fitSeconds() {
    return folds.stream().mapToDouble(FoldFit::fitSeconds).sum();
  }
}
