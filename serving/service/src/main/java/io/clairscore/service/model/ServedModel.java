package io.clairscore.service.model;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.advice.Advisor;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.PublishedPresentation;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.VersionManifest;

/**
 * A published version that answers: its model, proved by its golden rows, and its clients.
 * Thread-safe; it does not change.
 *
 * @param version what was published
 * @param files its files
 * @param bundle the model
 * @param scorer scores vectors
 * @param engine computes the vector of a dossier
 * @param advisor explains dossiers
 * @param clients every published client
 * @param presentation the lender's own words
 */
public record ServedModel(
    VersionManifest version,
    PublishedVersion files,
    Bundle bundle,
    Scorer scorer,
    FeatureEngine engine,
    Advisor advisor,
    ClientStore clients,
    Presentation presentation) {
  private static final int WARM_UP_ROUNDS = 5;
  private static final int WARM_UP_CLIENTS = 3;

  /**
   * Opens a version: manifest, checksums of model and index, structure of the trees, golden rows.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA or MODEL if any of it does not hold
   */
  public static ServedModel open(PublishedVersion files) {
    Catalogue catalogue = Catalogue.core();
    PublishedPresentation told = files.presentation();
    Bundle bundle = files.bundle(catalogue.hash());
    return new ServedModel(
        files.manifest(),
        files,
        bundle,
        Scorer.of(bundle),
        new FeatureEngine(bundle.manifest().featuresOf(catalogue)),
        new Advisor(bundle, catalogue, told.limits()),
        files.clients(),
        told.presentation());
  }

  /**
   * Answers as requests will, so that the first of them does not wait for the compiler: golden rows
   * are scored and explained, and the first clients explained in words.
   */
  void warmUp() {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      bundle.golden().forEach(row -> scorer.contributions(row.features()));
      clients.all().limit(WARM_UP_CLIENTS).forEach(this::explain);
    }
  }

  private void explain(ClientRecord client) {
    for (Language language : Language.values()) {
      advisor.explain(client.dossier()).json(language, presentation);
    }
  }

  public Manifest manifest() {
    return bundle.manifest();
  }

  /** Run that trained the model. */
  public String run() {
    return manifest().training().runId();
  }

  /** Name of the published version. */
  public String name() {
    return version.version();
  }
}
