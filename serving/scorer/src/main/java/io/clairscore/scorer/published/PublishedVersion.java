package io.clairscore.scorer.published;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A complete version: every file that its manifest lists is there with its size. Whoever reads a
 * part verifies that part; {@link #verify} looks at every byte.
 */
public final class PublishedVersion {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path folder;
  private final VersionManifest manifest;

  private PublishedVersion(Path folder, VersionManifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens the folder of a version.
   *
   * @throws Refusal with DATA if it is absent, incomplete, damaged or of another layout
   */
  static PublishedVersion open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw PublishedErrors.noVersion(folder);
    }
    PublishedVersion version = new PublishedVersion(folder, manifest(folder));
    for (String part : VersionManifest.PARTS) {
      version.listed(part);
    }
    for (PublishedFile file : version.manifest.files()) {
      version.requireSize(file);
    }
    return version;
  }

  private static VersionManifest manifest(Path folder) {
    Path file = folder.resolve(VersionManifest.FILE);
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      JsonNode format = tree.path("format");
      // Looked at first: another layout would fail on some field, and hide the reason.
      if (format.asInt() != VersionManifest.FORMAT) {
        throw PublishedErrors.otherFormat(file, format.isMissingNode() ? "none" : format.asText());
      }
      VersionManifest manifest = JSON.treeToValue(tree, VersionManifest.class);
      if (!manifest.version().equals(folder.getFileName().toString())) {
        throw new IOException("it is of version " + manifest.version());
      }
      return manifest;
    } catch (IOException e) {
      throw PublishedErrors.damaged(file, e);
    }
  }

  private void requireSize(PublishedFile file) {
    Path path = folder.resolve(file.path());
    try {
      if (Files.size(path) != file.bytes()) {
        throw new IOException("it has " + Files.size(path) + " bytes instead of " + file.bytes());
      }
    } catch (IOException e) {
      throw PublishedErrors.damaged(path, e);
    }
  }

  public VersionManifest manifest() {
    return manifest;
  }

  /**
   * Reads every file and compares it with the manifest.
   *
   * @throws Refusal with DATA if one differs
   */
  public void verify() {
    for (PublishedFile file : manifest.files()) {
      Path path = folder.resolve(file.path());
      try {
        require(path, file, Sha256.of(Files.newInputStream(path)));
      } catch (IOException e) {
        throw PublishedErrors.damaged(path, e);
      }
    }
  }

  /**
   * The model, which proves itself.
   *
   * @param expectedCatalogueHash hash of the catalogue that will compute the vectors
   * @throws Refusal with MODEL as {@link Bundle#load} does
   */
  public Bundle bundle(String expectedCatalogueHash) {
    return Bundle.load(folder.resolve(VersionManifest.BUNDLE), expectedCatalogueHash);
  }

  /**
   * The clients; each document and record is verified when it is read. To be closed.
   *
   * @throws Refusal with DATA if an index is damaged
   */
  public ClientStore clients() {
    byte[] index = verified(VersionManifest.INDEX);
    return new ClientStore(folder.resolve(VersionManifest.CLIENTS), index);
  }

  /**
   * How each feature lies in the population, in the order of the vector.
   *
   * @throws Refusal with DATA if the file is damaged
   */
  public List<FeatureProfile> profiles() {
    try {
      return JSON.readValue(verified(VersionManifest.PROFILES), new TypeReference<>() {});
    } catch (IOException e) {
      throw PublishedErrors.damaged(folder.resolve(VersionManifest.PROFILES), e);
    }
  }

  /**
   * The population's table, a Parquet file with the columns of {@link PopulationTable}. It was
   * found whole by its size; {@link #verify} reads it.
   */
  public Path population() {
    return folder.resolve(VersionManifest.POPULATION);
  }

  /**
   * How decisions are told.
   *
   * @throws Refusal with DATA if the file is damaged
   */
  public PublishedPresentation presentation() {
    try {
      return JSON.readValue(verified(VersionManifest.PRESENTATION), PublishedPresentation.class);
    } catch (IOException e) {
      throw PublishedErrors.damaged(folder.resolve(VersionManifest.PRESENTATION), e);
    }
  }

  /** Names of the documents about the model, sorted. */
  public List<String> modelParts() {
    return manifest.modelParts();
  }

  /**
   * A document about the model: JSON in UTF-8, byte for byte as it was published.
   *
   * @param name one of {@link #modelParts}, or any other word
   * @return nothing if there is no document of this name
   * @throws Refusal with DATA if the file is damaged
   */
  public Optional<byte[]> model(String name) {
    return modelParts().contains(name)
        ? Optional.of(verified(VersionManifest.modelPart(name)))
        : Optional.empty();
  }

  /** Names of the documents that are no JSON, such as the model card, sorted. */
  public List<String> documents() {
    return manifest.documents();
  }

  /**
   * A document about the model that is no JSON, byte for byte as it was published.
   *
   * @param file one of {@link #documents}, or any other word
   * @return nothing if there is no document of this name
   * @throws Refusal with DATA if the file is damaged
   */
  public Optional<byte[]> document(String file) {
    return documents().contains(file)
        ? Optional.of(verified(VersionManifest.document(file)))
        : Optional.empty();
  }

  private byte[] verified(String name) {
    Path path = folder.resolve(name);
    PublishedFile listed = listed(name);
    try {
      byte[] content = Files.readAllBytes(path);
      require(path, listed, Sha256.of(content));
      return content;
    } catch (IOException e) {
      throw PublishedErrors.damaged(path, e);
    }
  }

  private PublishedFile listed(String name) {
    return manifest.files().stream()
        .filter(file -> file.path().equals(name))
        .findFirst()
        .orElseThrow(
            () -> PublishedErrors.damaged(folder.resolve(name), "the manifest does not list it"));
  }

  private static void require(Path path, PublishedFile listed, String sha256) {
    if (!listed.sha256().equals(sha256)) {
      throw PublishedErrors.damaged(path, "its SHA-256 differs from the one in the manifest");
    }
  }
}
