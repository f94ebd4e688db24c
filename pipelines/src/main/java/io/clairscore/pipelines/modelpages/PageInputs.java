package io.clairscore.pipelines.modelpages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.Sha256;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.published.PublishedVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything the pages are made from, by name and SHA-256 or version: the files of the model, the
 * evidence of its training, every study, the features, and the words of the configuration. A
 * version published from others tells another story; one published from the same tells this one,
 * and its pages need not be made again.
 */
public record PageInputs(Map<String, String> fingerprints) {
  /** Name under which they are published. */
  static final String NAME = "inputs";

  /** Raised when the pages of the same inputs become others. */
  private static final int PROGRAM = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> EVIDENCE =
      List.of("evidence/predictions.csv", "evidence/configuration.json");

  public PageInputs {
    fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
  }

  /**
   * What there is now.
   *
   * @param model folder of the bundle
   * @param run run that trained it
   */
  public static PageInputs of(Job job, Path model, String run, FeatureTable features) {
    Workspace workspace = job.workspace();
    Map<String, String> found = new TreeMap<>();
    found.put("program", Integer.toString(PROGRAM));
    found.put("features", Long.toString(features.version()));
    found.put("generated", Boolean.toString(Files.exists(workspace.synthetic())));
    found.put("words", words(job));
    put(found, "model", model.resolve(Bundle.CHECKSUMS));
    Path ofRun = workspace.runs().resolve(run);
    EVIDENCE.forEach(file -> put(found, file, ofRun.resolve(file)));
    for (Path study : studies(workspace.runs())) {
      put(found, workspace.runs().relativize(study).toString(), study);
    }
    return new PageInputs(found);
  }

  private static String words(Job job) {
    JsonNode words = JSON.valueToTree(List.of(job.conf().documents(), job.conf().presentation()));
    return Sha256.of(words.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a version was published from the same. */
  public boolean areThoseOf(PublishedVersion version) {
    return version
        .model(NAME)
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .equals(Optional.of(json().toString()));
  }

  ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    fingerprints.forEach(json::put);
    return json;
  }

  private static void put(Map<String, String> found, String name, Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      found.put(name, Sha256.of(Files.newInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> studies(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(runs)) {
      return found.map(run -> run.resolve("study").resolve(StudyResults.FILE)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
