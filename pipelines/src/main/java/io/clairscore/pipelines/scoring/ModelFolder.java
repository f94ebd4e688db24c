package io.clairscore.pipelines.scoring;

import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a bundle lies, for driver and executors: each opens it itself, and so proves it itself. As
 * the tables do, it lies where every machine of the cluster can read it.
 *
 * @param folder absolute path of the bundle
 * @param catalogueHash hash of the catalogue that computed the vectors
 */
public record ModelFolder(String folder, String catalogueHash) implements Serializable {

  /**
   * The bundle of a folder, proved fit for these features.
   *
   * @throws Refusal with MODEL if it is missing, tampered with or made for other features
   */
  public static ModelFolder proved(Path folder, FeatureTable features) {
    if (!Files.isDirectory(folder)) {
      throw ScoreErrors.noModel(folder);
    }
    ModelFolder model =
        new ModelFolder(folder.toAbsolutePath().toString(), features.catalogueHash());
    if (!features.names().containsAll(model.load().manifest().features())) {
      throw ScoreErrors.otherFeatures(folder);
    }
    return model;
  }

  /**
   * Opens the bundle.
   *
   * @throws Refusal as {@link #proved} does
   */
  public Bundle load() {
    return Bundle.load(Path.of(folder), catalogueHash);
  }

  /** SHA-256 of the list of checksums, and so of every file of the bundle. */
  public String hash() {
    Path checksums = Path.of(folder, Bundle.CHECKSUMS);
    try {
      return Sha256.of(Files.readAllBytes(checksums));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + checksums, e);
    }
  }
}
