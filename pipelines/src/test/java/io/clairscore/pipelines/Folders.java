package io.clairscore.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that tests prepare once and work on as copies: a Delta table is its files. */
public final class Folders {

  private Folders() {}

  /** Copies a folder with all it holds to where nothing stands but, perhaps, an empty folder. */
  public static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(from)) {
      paths = found.sorted().toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target);
      }
    }
  }
}
