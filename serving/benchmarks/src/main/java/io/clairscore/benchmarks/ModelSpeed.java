package io.clairscore.benchmarks;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedVersion;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Times models on the dossiers of a published version, one client at a time on one thread, in
 * processor time, which other work on the machine does not lengthen: the features a model needs,
 * its score, and its whole explanation.
 */
final class ModelSpeed {
  private static final int CLIENTS = 1000;
  private static final int ROUNDS = 8;
  private static final double NANOS_PER_MICRO = 1000;

  private ModelSpeed() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: ModelSpeed PUBLISHED/VERSION BUNDLE...");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
    PublishedVersion version =
        new Published(folder.getParent()).version(folder.getFileName().toString());
    List<Dossier> dossiers =
        version.clients().all().limit(CLIENTS).map(ClientRecord::dossier).toList();
    System.out.printf(
        "%-40s %8s %8s %12s %12s %12s %10s%n",
        "model", "inputs", "trees", "features us", "score us", "explain us", "MB");
    Arrays.stream(arguments).skip(1).forEach(bundle -> time(Path.of(bundle), dossiers));
  }

  private static void time(Path folder, List<Dossier> dossiers) {
    Catalogue catalogue = Catalogue.core();
    Bundle bundle = Bundle.load(folder, catalogue.hash());
    FeatureEngine engine = new FeatureEngine(bundle.manifest().featuresOf(catalogue));
    Scorer scorer = Scorer.of(bundle);
    DossierExplainer explainer = DossierExplainer.of(bundle, catalogue, ReasonLimits.DEFAULT);
    List<float[]> vectors = dossiers.stream().map(engine::compute).toList();
    double features = micros(dossiers, engine::compute);
    double scored = micros(vectors, scorer::score);
    double explained = micros(dossiers, explainer::explain);
    System.out.printf(
        "%-40s %8d %8d %12.1f %12.1f %12.1f %10.2f%n",
        folder,
        bundle.manifest().features().size(),
        bundle.trees().treeCount(),
        features,
        scored,
        explained,
        folder.resolve("model.json").toFile().length() / 1e6);
  }

  /** Processor time per client of the fastest round; the first ones warm up. */
  private static <T> double micros(List<T> clients, Consumer<T> work) {
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      clients.forEach(work);
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least / clients.size() / NANOS_PER_MICRO;
  }
}
