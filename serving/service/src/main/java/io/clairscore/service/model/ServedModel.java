package io.clairscore.service.model;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.advice.Advisor;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedPresentation;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.VersionManifest;
import java.time.Duration;
import java.util.function.Supplier;

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
 * @param companions what was opened beside it
 */
public record ServedModel(
    VersionManifest version,
    PublishedVersion files,
    Bundle bundle,
    Scorer scorer,
    FeatureEngine engine,
    Advisor advisor,
    PublishedClients clients,
    Presentation presentation,
    Companions companions) {
  private static final int WARM_UP_CLIENTS = 3;

  /**
   * Opens a version: manifest, checksums of model and index, structure of the trees, golden rows.
   *
   * @throws Refusal with DATA or MODEL if any of it does not hold
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
        new PublishedClients(files.clients()),
        told.presentation(),
        new Companions());
  }

  /**
   * Opens the live version, if it holds, answers once for itself and closes it again: what that
   * takes of the first time, classes above all, is spent beside the opening of the database.
   */
  public static void rehearse(Published published) {
    try {
      ServedModel model = open(published.live());
      try {
        model.warmUp(Duration.ZERO);
      } finally {
        model.close();
      }
    } catch (Refusal told) {
      // The start finds it out again, and tells it.
      return;
    }
  }

  /**
   * Reads files of the version. One that is gone or damaged is no fault of who asks.
   *
   * @throws Refusal with FAILED, which becomes 503, if a file cannot be read
   */
  public static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (Refusal harmed) {
      throw harmed.kind() == Refusal.Kind.DATA ? VersionErrors.notRead(harmed) : harmed;
    } catch (IllegalStateException closed) {
      throw VersionErrors.notRead(closed);
    }
  }

  /**
   * Answers as requests will, so that the first of them does not wait for the compiler: golden rows
   * are scored and explained, and the first clients explained in words, again and again for as long
   * as there is time, at least once.
   */
  void warmUp(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    do {
      bundle.golden().forEach(row -> scorer.contributions(row.features()));
      clients.all().limit(WARM_UP_CLIENTS).forEach(this::explain);
    } while (System.nanoTime() < end);
  }

  private void explain(ClientRecord client) {
    for (Language language : Language.values()) {
      advisor.explain(client.dossier()).json(language, presentation);
    }
  }

  /** What was opened beside this model by a {@link LiveModel#follow follower}. */
  public <T extends AutoCloseable> T companion(Class<T> type) {
    return companions.get(type);
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

  /** Closes its files; nobody may use it any more. Who opened it does, and nobody else. */
  public void close() {
    companions.close();
    clients.close();
  }
}
