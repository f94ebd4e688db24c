package io.clairscore.features.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes and replaces folders so that a reader never meets half of one. */
public final class FolderSwap {

  private FolderSwap() {}

  /** Removes a folder with all it holds; it is renamed out of sight first. Absent is fine. */
  public static void remove(Path folder) throws IOException {
    Path doomed = folder.resolveSibling("." + folder.getFileName() + ".removed");
    delete(doomed);
    if (Files.exists(folder)) {
      Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
      delete(doomed);
    }
  }

  /** Puts a finished folder in the place of another, which may exist. */
  public static void replace(Path finished, Path folder) throws IOException {
    remove(folder);
    Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(folder)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
