package io.clairscore.scorer.published;

import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder of published versions, and which of them is live: the file {@value #CURRENT} holds its
 * name. The file is replaced by a rename, and a version it names is never removed, so that it names
 * a complete version at every moment. One process writes at a time; any number may read.
 *
 * @param folder the folder; it is created when something is first published
 */
public record Published(Path folder) {
  /** File that names the live version. */
  public static final String CURRENT = "current";

  static final String WRITING = ".writing";
  private static final String REMOVED = ".removed";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  /**
   * Refuses what cannot be the name of a version.
   *
   * @throws Refusal with USAGE
   */
  public static void requireName(String name) {
    if (!NAME.matcher(name).matches() || name.equals(CURRENT)) {
      throw PublishedErrors.name(name);
    }
  }

  /** Whether a version has the name that was wanted, or that name and a number. */
  public static boolean isNamed(String version, String wanted) {
    return version.matches(Pattern.quote(wanted) + "(\\.\\d+)?");
  }

  /** Name of the live version, if there is one. */
  public Optional<String> current() {
    Path file = folder.resolve(CURRENT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String name = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (!NAME.matcher(name).matches()) {
        throw PublishedErrors.damaged(file, "it does not hold the name of a version");
      }
      return Optional.of(name);
    } catch (IOException e) {
      throw PublishedErrors.damaged(file, e);
    }
  }

  /**
   * The live version.
   *
   * @throws Refusal with DATA if there is none, or it is incomplete, damaged or of another layout
   */
  public PublishedVersion live() {
    return version(
        current().orElseThrow(() -> PublishedErrors.nothingLive(folder.resolve(CURRENT))));
  }

  /**
   * A version.
   *
   * @throws Refusal with USAGE if it cannot be a name, with DATA if the version is absent,
   *     incomplete, damaged or of another layout
   */
  public PublishedVersion version(String name) {
    requireName(name);
    return PublishedVersion.open(folder.resolve(name));
  }

  /**
   * What a version looks like from outside, without reading it: another text if the version was
   * written anew.
   *
   * @return nothing if there is no such version
   */
  public Optional<String> mark(String name) {
    Path file = folder.resolve(name).resolve(VersionManifest.FILE);
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Names of the folders of all versions, whole or not, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The complete versions, newest first. */
  public List<VersionManifest> complete() {
    return names().stream()
        .flatMap(name -> ifComplete(name).stream())
        .map(PublishedVersion::manifest)
        .sorted(
            Comparator.comparing((VersionManifest version) -> Instant.parse(version.created()))
                .thenComparing(VersionManifest::version)
                .reversed())
        .toList();
  }

  /** A version, if it is complete. */
  public Optional<PublishedVersion> ifComplete(String name) {
    try {
      return Optional.of(version(name));
    } catch (Refusal incomplete) {
      return Optional.empty();
    }
  }

  /** The newest version of a model of which every file is as it was written. */
  public Optional<String> newestOf(String run) {
    return complete().stream()
        .filter(manifest -> manifest.bundle().equals(run))
        .map(VersionManifest::version)
        .filter(this::isWhole)
        .findFirst();
  }

  /** Whether every file of a version is as it was written. */
  public boolean isWhole(String name) {
    try {
      version(name).verify();
      return true;
    } catch (Refusal harmed) {
      return false;
    }
  }

  /**
   * Begins a version.
   *
   * @param name wanted name; a version that stands keeps it, and the new one has a number behind
   * @throws Refusal with USAGE if it cannot be a name
   */
  public VersionWriter begin(String name) throws IOException {
    return new VersionWriter(folder.resolve(freeName(name)));
  }

  private String freeName(String name) {
    requireName(name);
    return Stream.concat(
            Stream.of(name), IntStream.iterate(2, n -> n + 1).mapToObj(n -> name + "." + n))
        .filter(free -> !Files.exists(folder.resolve(free)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Makes a version live.
   *
   * @throws Refusal as {@link #version} and {@link PublishedVersion#verify} do
   */
  public void use(String name) {
    version(name).verify();
    try {
      DurableFiles.replace(folder.resolve(CURRENT), (name + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.notWritten(folder.resolve(CURRENT), e);
    }
    PublicationMoment.CURRENT_MOVED.reach();
  }

  /**
   * Removes the oldest complete versions, and what writers that died left behind. A version is
   * first renamed out of sight, so that no reader meets half of one.
   *
   * @param keep how many of the newest stay
   * @param spared versions that stay however old they are; the live one always does
   * @return names of those that were removed
   */
  public List<String> prune(int keep, Set<String> spared) throws IOException {
    removeLeftBehind();
    Optional<String> live = current();
    List<String> old =
        complete().stream()
            .skip(keep)
            .map(VersionManifest::version)
            .filter(name -> !spared.contains(name) && !live.equals(Optional.of(name)))
            .toList();
    for (String name : old) {
      DurableFiles.move(folder.resolve(name), folder.resolve("." + name + REMOVED));
      PublicationMoment.VERSION_HIDDEN.reach();
    }
    removeLeftBehind();
    PublicationMoment.VERSIONS_REMOVED.reach();
    return old;
  }

  private void removeLeftBehind() throws IOException {
    List<Path> left;
    try (Stream<Path> found = Files.list(folder)) {
      left = found.filter(Published::isLeftBehind).toList();
    }
    for (Path path : left) {
      FolderSwap.remove(path);
    }
  }

  private static boolean isLeftBehind(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") && (name.endsWith(WRITING) || name.endsWith(REMOVED));
  }
}
