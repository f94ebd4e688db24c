package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bundles that say what the numbers of a vector are.
 *
 * @param folder one folder per run
 * @param asked bundle that was asked for, wherever it lies
 */
record EventModels(Path folder, Optional<Path> asked) {

  /**
   * The features of the model of events, in the order of their vectors.
   *
   * @throws Refusal with DATA if the bundle is not here, or has other features; with MODEL if it is
   *     damaged
   */
  List<String> features(EventRange events) {
    List<String> features =
        Stream.concat(Stream.of(folder.resolve(events.run())), asked.stream())
            .filter(Files::isDirectory)
            .map(bundle -> Bundle.load(bundle, events.catalogueHash()).manifest())
            .filter(manifest -> manifest.training().runId().equals(events.run()))
            .findFirst()
            .orElseThrow(() -> EventErrors.unknownModel(events, folder))
            .features();
    if (features.size() * Float.BYTES != events.bytes()) {
      throw EventErrors.otherVectors(events, features.size());
    }
    return features;
  }
}
