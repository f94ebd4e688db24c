package io.clairscore.pipelines.study;

import io.clairscore.pipelines.training.Learner;
import java.util.List;

/**
 * Something to fit and judge.
 *
 * @param name unique in the study, as in file names
 * @param grid points of its grid, at least one; the cheapest over the folds is taken
 * @param threshold margin from which on it refuses, or null where the threshold is fitted
 */
record Candidate(String name, List<Learner> grid, Double threshold) {

  Candidate {
    grid = List.copyOf(grid);
  }

  static Candidate of(String name, List<? extends Learner> grid) {
    return new Candidate(name, List.copyOf(grid), null);
  }

  static Candidate of(String name, Learner learner) {
    return of(name, List.of(learner));
  }
}
