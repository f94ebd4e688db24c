package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a version: all of it, or nothing. The parts are written to a hidden folder beside the
 * version, in the order of the methods, and it is renamed when {@link #complete}; who dies before
 * leaves at most that folder, which the next one for the same name removes.
 */
public final class VersionWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String PARTS = ".parts";

  private final Path folder;
  private final Path aside;
  private long clients;

  /** A version of a free name ({@link Published#freeName}), of which nothing is written yet. */
  VersionWriter(Path folder) throws IOException {
    this.folder = folder;
    this.aside = folder.resolveSibling("." + folder.getFileName() + Published.WRITING);
    FolderSwap.remove(aside);
    Files.createDirectories(aside);
    PublicationMoment.BEGUN.reach();
  }

  /** Copies the bundle, and returns the copy for the caller to prove. */
  public Path bundle(Path from) throws IOException {
    Path to = aside.resolve(VersionManifest.BUNDLE);
    List<Path> files;
    try (Stream<Path> found = Files.list(from)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      DurableFiles.replace(to.resolve(file.getFileName()), Files.readAllBytes(file));
    }
    PublicationMoment.BUNDLE_COPIED.reach();
    return to;
  }

  /** Folder into which {@link ShardWriter}s write. */
  public Path clients() throws IOException {
    return Files.createDirectories(aside.resolve(VersionManifest.CLIENTS));
  }

  /** Writes the index of the clients, from the parts of all shards in their order. */
  public void index(List<byte[]> parts) throws IOException {
    clients = ClientStore.writeIndex(clients(), parts);
    PublicationMoment.CLIENTS_WRITTEN.reach();
  }

  /**
   * Writes where the numbers of credits lead.
   *
   * @param previous {@link #number} of every SK_ID_PREV, in any order and in parts
   * @param bureau the same of every SK_ID_BUREAU
   */
  public void numbers(List<long[]> previous, List<long[]> bureau) throws IOException {
    NumberIndex.write(clients().resolve(ClientStore.PREVIOUS), together(previous));
    NumberIndex.write(clients().resolve(ClientStore.BUREAU), together(bureau));
    PublicationMoment.NUMBERS_WRITTEN.reach();
  }

  private static long[] together(List<long[]> parts) {
    return parts.stream().flatMapToLong(Arrays::stream).toArray();
  }

  /** Folder of files from which others are made; it is gone when the version is complete. */
  public Path parts() throws IOException {
    return Files.createDirectories(aside.resolve(PARTS));
  }

  /** A number of a credit and its client, as one. */
  public static long number(int credit, int client) {
    return NumberIndex.entry(credit, client);
  }

  /**
   * Writes the population's table.
   *
   * @param table writes the file, with the columns of {@link PopulationTable}, sorted by client
   */
  public void population(FileWriting table) throws IOException {
    Path file = aside.resolve(VersionManifest.POPULATION);
    Files.createDirectories(file.getParent());
    table.write(file);
    PublicationMoment.POPULATION_WRITTEN.reach();
  }

  /** Writes a file, and forces it to disk. */
  @FunctionalInterface
  public interface FileWriting {
    void write(Path file) throws IOException;
  }

  public void profiles(List<FeatureProfile> profiles) throws IOException {
    DurableFiles.replace(aside.resolve(VersionManifest.PROFILES), JSON.writeValueAsBytes(profiles));
    PublicationMoment.PROFILES_WRITTEN.reach();
  }

  public void presentation(PublishedPresentation presentation) throws IOException {
    DurableFiles.replace(
        aside.resolve(VersionManifest.PRESENTATION), JSON.writeValueAsBytes(presentation));
    PublicationMoment.PRESENTATION_WRITTEN.reach();
  }

  /**
   * Writes a document about the model, {@code model/<name>.json}; call it once per document.
   *
   * @param name lower-case letters, digits and dashes
   * @throws IllegalArgumentException if it is no such name
   */
  public void model(String name, JsonNode document) throws IOException {
    DurableFiles.replace(
        aside.resolve(VersionManifest.modelPart(name)),
        document.toString().getBytes(StandardCharsets.UTF_8));
    PublicationMoment.MODEL_PART_WRITTEN.reach();
  }

  /**
   * Writes a document about the model that is no JSON, {@code documents/<file>}.
   *
   * @param file a plain name, or one below a folder
   * @throws IllegalArgumentException if it is no such name
   */
  public void document(String file, byte[] content) throws IOException {
    DurableFiles.replace(aside.resolve(VersionManifest.document(file)), content);
    PublicationMoment.MODEL_PART_WRITTEN.reach();
  }

  /**
   * Writes the manifest, and puts the version where readers find it.
   *
   * @param run run that publishes
   * @param bundle run that trained the model
   * @param tableVersions version of each table it was made from
   */
  public VersionManifest complete(String run, String bundle, Map<String, Long> tableVersions)
      throws IOException {
    FolderSwap.remove(aside.resolve(PARTS));
    VersionManifest manifest =
        new VersionManifest(
            VersionManifest.FORMAT,
            folder.getFileName().toString(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            run,
            bundle,
            clients,
            tableVersions,
            PublishedFile.under(aside));
    DurableFiles.replace(aside.resolve(VersionManifest.FILE), JSON.writeValueAsBytes(manifest));
    PublicationMoment.MANIFEST_WRITTEN.reach();
    DurableFiles.move(aside, folder);
    PublicationMoment.RENAMED.reach();
    return manifest;
  }
}
