package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.scorer.TreeEnsemble;

/**
 * Makes the search for a client: the changes open to one application, on the trees as the client
 * meets them. Immutable and thread-safe; the searches it makes are not.
 *
 * @param moved the features that levers move, of those the model reads
 */
record ClientSearch(TreeEnsemble model, Levers levers, MovedFeatures moved) {

  /**
   * The search for a client.
   *
   * @param application the client's own, as a table of one row
   * @param vector the client's features, in the order of the model
   */
  NearestSearch of(Rows application, float[] vector) {
    Draft draft = new Draft(application, levers.columns());
    ClientTrees trees = Pruning.of(model, vector, moved);
    Sweep sweep = new Sweep(draft, moved, trees, levers);
    PairSearch pairs = new PairSearch(draft, moved, trees, sweep);
    return new NearestSearch(new Courses(levers, draft).open(), sweep, pairs);
  }
}
