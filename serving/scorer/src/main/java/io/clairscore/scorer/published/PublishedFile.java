package io.clairscore.scorer.published;

import io.clairscore.features.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a version.
 *
 * @param path relative to the version, with slashes
 * @param bytes size
 * @param sha256 in hexadecimal
 */
public record PublishedFile(String path, long bytes, String sha256) {

  /** Every file under a folder, sorted by path. */
  public static List<PublishedFile> under(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    List<PublishedFile> entries = new ArrayList<>();
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      entries.add(new PublishedFile(path, Files.size(file), Sha256.of(Files.newInputStream(file))));
    }
    return entries;
  }

  /** The same file by its path from the folder above. */
  PublishedFile in(String folder) {
    return new PublishedFile(folder + "/" + path, bytes, sha256);
  }
}
