package io.clairscore.scorer.counterfactual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The clients of a published version, whose shards are JSON documents one behind the other. */
final class PublishedClients {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PublishedClients() {}

  /** Refused clients, one in so many, until there are enough. */
  static List<Dossier> refused(
      Path version, FeatureEngine engine, Scorer scorer, int wanted, int oneIn) throws IOException {
    List<Path> shards;
    try (Stream<Path> files = Files.list(version.resolve("clients"))) {
      shards =
          files.filter(file -> file.getFileName().toString().endsWith(".gz")).sorted().toList();
    }
    List<Dossier> refused = new ArrayList<>();
    int seen = 0;
    for (Path shard : shards) {
      try (MappingIterator<JsonNode> documents =
          MAPPER
              .readerFor(JsonNode.class)
              .readValues(
                  new GZIPInputStream(new BufferedInputStream(Files.newInputStream(shard))))) {
        while (refused.size() < wanted && documents.hasNext()) {
          Dossier dossier = DossierJson.read(documents.next().get("dossier"));
          if (scorer.score(engine.compute(dossier)).decision() == Decision.REFUSED
              && seen++ % oneIn == 0) {
            refused.add(dossier);
          }
        }
      }
    }
    return refused;
  }
}
