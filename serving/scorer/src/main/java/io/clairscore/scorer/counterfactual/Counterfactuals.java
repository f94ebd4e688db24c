package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.Threshold;
import io.clairscore.scorer.TreeEnsemble;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest realistic change of one or two inputs with which a refused application would
 * be accepted. Immutable and thread-safe.
 */
public final class Counterfactuals {
  private final FeatureEngine engine;
  private final Scorer scorer;
  private final Threshold threshold;
  private final TreeEnsemble model;
  private final Levers levers;
  private final MovedFeatures moved;

  private Counterfactuals(Bundle bundle, FeatureEngine engine, Levers levers) {
    this.engine = engine;
    this.scorer = Scorer.of(bundle);
    this.threshold = bundle.manifest().threshold();
    this.model = bundle.trees();
    this.levers = levers;
    this.moved = new MovedFeatures(engine.catalogue(), levers);
  }

  /**
   * Counterfactuals of a model.
   *
   * @param catalogue holds the features the model was trained on
   * @throws IllegalArgumentException if it was trained on others, or if a feature that an input
   *     moves cannot be computed from the application row alone
   */
  public static Counterfactuals of(Bundle bundle, Catalogue catalogue, Levers levers) {
    return new Counterfactuals(
        bundle, new FeatureEngine(bundle.manifest().featuresOf(catalogue)), levers);
  }

  /** What would have to change for an application to be accepted. */
  public Outcome of(Dossier dossier) {
    float[] vector = engine.compute(dossier);
    Score score = scorer.score(vector);
    if (score.decision() == Decision.ACCEPTED) {
      return new Outcome.AlreadyAccepted(score);
    }
    Draft draft = new Draft(dossier.application(), levers.columns());
    ClientTrees trees = Pruning.of(model, vector, moved);
    Sweep sweep = new Sweep(draft, moved, trees, threshold, levers);
    PairSearch pairs = new PairSearch(draft, moved, trees, threshold, sweep);
    NearestSearch search = new NearestSearch(new Courses(levers, draft).open(), sweep, pairs);
    List<AcceptedChange> single = search.single();
    Optional<AcceptedChange> nearest = search.nearest(single);
    if (nearest.isEmpty()) {
      return new Outcome.NoRealisticChange(score);
    }
    Proposals proposals = new Proposals(engine, scorer, moved, levers, dossier, vector);
    return new Outcome.Found(
        score, proposals.of(nearest.get()), single.stream().map(proposals::of).toList());
  }
}
