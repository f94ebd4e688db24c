package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest realistic change of one or two inputs with which a refused application would
 * be accepted, or else the one with the most points. Immutable and thread-safe.
 */
public final class Counterfactuals {
  private final FeatureEngine engine;
  private final Scorer scorer;
  private final Manifest manifest;
  private final Levers levers;
  private final MovedFeatures moved;
  private final ClientSearch searches;

  private Counterfactuals(Bundle bundle, FeatureEngine engine, Levers levers) {
    this.engine = engine;
    this.scorer = Scorer.of(bundle);
    this.manifest = bundle.manifest();
    this.levers = levers;
    this.moved = new MovedFeatures(engine.catalogue(), levers);
    this.searches = new ClientSearch(bundle.trees(), levers, moved);
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

  /** What would have to change for an application to be accepted, or how far a change leads. */
  public Outcome of(Dossier dossier) {
    float[] vector = engine.compute(dossier);
    Score score = scorer.score(vector);
    if (score.decision() == Decision.ACCEPTED) {
      return new Outcome.AlreadyAccepted(score);
    }
    NearestSearch search = searches.of(dossier.application(), vector);
    Goal acceptance = Goal.acceptance(manifest.threshold());
    List<Change> single = search.single(acceptance);
    Optional<Change> nearest = search.nearest(acceptance, single);
    Proposals proposals = new Proposals(engine, scorer, moved, levers, dossier, vector);
    if (nearest.isEmpty()) {
      return new Outcome.NoRealisticChange(score, highest(search, score, proposals));
    }
    return new Outcome.Found(
        score,
        proposals.of(nearest.get(), Counterfactuals::accepts),
        single.stream().map(change -> proposals.of(change, Counterfactuals::accepts)).toList());
  }

  /** No change has more points than the threshold: none is accepted. */
  private Optional<Proposal> highest(NearestSearch search, Score own, Proposals proposals) {
    int most = manifest.points().of(manifest.threshold().margin());
    return new HighestSearch(search, manifest.points())
        .between(own.points(), most)
        .map(
            reach ->
                proposals.of(
                    reach.change(), score -> !accepts(score) && score.points() == reach.points()));
  }

  private static boolean accepts(Score score) {
    return score.decision() == Decision.ACCEPTED;
  }
}
