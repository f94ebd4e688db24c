package io.clairscore.pipelines.modelpages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.Sha256;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.scorer.published.PublishedVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that the pages are made from beside bundle and tables, by name and SHA-256: the
 * evidence of the training, and every study. A version that was published from others tells another
 * story.
 */
public record PageInputs(Map<String, String> files) {
  /** Name under which they are published. */
  static final String NAME = "inputs";

  private static final List<String> EVIDENCE =
      List.of("evidence/predictions.csv", "evidence/configuration.json");

  /** What the workspace has now for the model of a run. */
  public static PageInputs of(Workspace workspace, String run) {
    Map<String, String> files = new TreeMap<>();
    EVIDENCE.forEach(file -> put(files, workspace, workspace.runs().resolve(run).resolve(file)));
    studies(workspace.runs()).forEach(study -> put(files, workspace, study));
    return new PageInputs(files);
  }

  /** Whether a version was published from the same. */
  public boolean areThoseOf(PublishedVersion version) {
    return version
        .model(NAME)
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .equals(Optional.of(json().toString()));
  }

  ObjectNode json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    files.forEach(json::put);
    return json;
  }

  private static void put(Map<String, String> files, Workspace workspace, Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      files.put(
          workspace.root().relativize(file).toString().replace('\\', '/'),
          Sha256.of(Files.newInputStream(file)));
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
