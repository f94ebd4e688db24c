package io.clairscore.scorer.published;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The content of {@code manifest.json}: where a version comes from, and every file of it.
 *
 * @param format layout of the version, {@value #FORMAT} for those this class writes
 * @param version name of the version, and of its folder
 * @param created when it was published, ISO-8601 in UTC
 * @param run run that published it
 * @param bundle run that trained the model
 * @param clients clients in the store
 * @param tableVersions version of each Delta table it was made from, by table name
 * @param files every file but this one, sorted by path
 */
public record VersionManifest(
    int format,
    String version,
    String created,
    String run,
    String bundle,
    long clients,
    Map<String, Long> tableVersions,
    List<PublishedFile> files) {

  /** The layout written here, and the only one that is read. */
  public static final int FORMAT = 2;

  static final String FILE = "manifest.json";
  static final String BUNDLE = "bundle";
  static final String CLIENTS = "clients";
  static final String PROFILES = "profiles.json";
  static final String PRESENTATION = "presentation.json";
  static final String POPULATION = "population/clients.parquet";
  static final String INDEX = CLIENTS + "/" + ClientIndex.FILE;

  /** What every version has, apart from shards and documents about the model. */
  static final List<String> PARTS =
      List.of(
          INDEX,
          CLIENTS + "/" + ClientStore.PREVIOUS,
          CLIENTS + "/" + ClientStore.BUREAU,
          POPULATION,
          PRESENTATION,
          PROFILES);

  private static final String MODEL = "model/";
  private static final String DOCUMENTS = "documents/";
  private static final Pattern DOCUMENT =
      Pattern.compile("([a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9.-]*");
  private static final String JSON = ".json";
  private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

  public VersionManifest {
    Objects.requireNonNull(version, "version");
    Instant.parse(Objects.requireNonNull(created, "created"));
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(bundle, "bundle");
    tableVersions =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(tableVersions, "tableVersions")));
    files = List.copyOf(Objects.requireNonNull(files, "files"));
  }

  /** Table versions by table name, in the order of the names. */
  @Override
  public Map<String, Long> tableVersions() {
    return new TreeMap<>(tableVersions);
  }

  /** Path of a document about the model. */
  static String modelPart(String name) {
    if (!PART.matcher(name).matches()) {
      throw new IllegalArgumentException("no document about a model is called '" + name + "'");
    }
    return MODEL + name + JSON;
  }

  /** Names of the documents about the model, sorted. */
  List<String> modelParts() {
    return files.stream()
        .map(PublishedFile::path)
        .filter(path -> path.startsWith(MODEL))
        .map(path -> path.substring(MODEL.length(), path.length() - JSON.length()))
        .sorted()
        .toList();
  }

  /** Path of a document that is no JSON. */
  static String document(String file) {
    if (!DOCUMENT.matcher(file).matches()) {
      throw new IllegalArgumentException("no document is called '" + file + "'");
    }
    return DOCUMENTS + file;
  }

  /** Names of those documents, sorted. */
  List<String> documents() {
    return files.stream()
        .map(PublishedFile::path)
        .filter(path -> path.startsWith(DOCUMENTS))
        .map(path -> path.substring(DOCUMENTS.length()))
        .sorted()
        .toList();
  }

  /** Size of all files. */
  public long bytes() {
    return files.stream().mapToLong(PublishedFile::bytes).sum();
  }

  /**
   * Whether publishing these again would say the same.
   *
   * @param model files of the model's bundle
   * @param tables version of each table
   */
  public boolean isOf(List<PublishedFile> model, Map<String, Long> tables) {
    List<PublishedFile> published =
        files.stream().filter(file -> file.path().startsWith(BUNDLE + "/")).toList();
    return tableVersions.equals(tables)
        && published.equals(model.stream().map(file -> file.in(BUNDLE)).toList());
  }
}
