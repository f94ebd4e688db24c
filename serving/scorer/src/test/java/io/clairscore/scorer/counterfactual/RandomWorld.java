package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.CatalogueModel;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented applicants and a random model that refuses some of them. */
record RandomWorld(List<Dossier> applicants, Bundle bundle, Scorer scorer, Counterfactuals search) {
  static final FeatureEngine ENGINE = new FeatureEngine(Catalogue.core());
  static final Levers LEVERS = Levers.standard();
  static final MovedFeatures MOVED = new MovedFeatures(Catalogue.core(), LEVERS);

  static RandomWorld of(long seed, int applicants, int trees, int depth, double refused) {
    Applicants source = new Applicants(seed);
    List<Dossier> dossiers = Stream.generate(source::next).limit(applicants).toList();
    int[] moved = IntStream.range(0, MOVED.count()).map(MOVED::index).toArray();
    List<float[]> vectors = dossiers.stream().map(ENGINE::compute).toList();
    Bundle bundle = new CatalogueModel(seed, vectors, moved).bundle(trees, depth, refused);
    return new RandomWorld(
        dossiers, bundle, Scorer.of(bundle), Counterfactuals.of(bundle, Catalogue.core(), LEVERS));
  }

  List<Dossier> refused() {
    return applicants.stream()
        .filter(d -> scorer.score(ENGINE.compute(d)).decision() == Decision.REFUSED)
        .toList();
  }

  SlowSearch slow(Dossier dossier, int points) {
    return new SlowSearch(LEVERS, ENGINE, scorer, dossier, points);
  }
}
