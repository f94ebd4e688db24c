package io.clairscore.features.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Replaces several files of a folder together. They are written aside and forced to disk; renaming
 * the folder that holds them decides that they count, and only then does each take its place.
 * Whoever dies before that moment leaves every earlier file as it was, and after it the next start
 * puts the rest into place.
 */
public final class FileSet {
  private static final String WRITING = ".files.writing";
  private static final String WRITTEN = ".files.written";

  private final Path folder;
  private final String step;

  /**
   * Files of a folder.
   *
   * @param folder where they lie, created when something is written
   * @param step who writes them, for the names of the moments at which a test may kill it
   */
  public FileSet(Path folder, String step) {
    this.folder = folder;
    this.step = step;
  }

  /**
   * Replaces these files; others stay.
   *
   * @param files contents by name
   * @throws IOException if they cannot be written, and then all files are as they were
   */
  public void replace(Map<String, byte[]> files) throws IOException {
    finish();
    for (String name : files.keySet()) {
      if (Files.isDirectory(folder.resolve(name))) {
        throw new FileSystemException(folder.resolve(name).toString(), null, "is a folder");
      }
    }
    Path aside = Files.createDirectories(folder.resolve(WRITING));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      DurableFiles.write(aside.resolve(file.getKey()), file.getValue());
    }
    CrashPoint.reach(step + ".files-written");
    Files.move(aside, folder.resolve(WRITTEN), StandardCopyOption.ATOMIC_MOVE);
    CrashPoint.reach(step + ".files-counted");
    finish();
  }

  /** Puts files into place that a process left behind which died while it did; does no harm. */
  public void finish() throws IOException {
    FolderSwap.remove(folder.resolve(WRITING));
    Path written = folder.resolve(WRITTEN);
    if (!Files.isDirectory(written)) {
      return;
    }
    for (Path file : files(written)) {
      Files.move(
          file,
          folder.resolve(file.getFileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      CrashPoint.reach(step + ".file-placed");
    }
    Files.delete(written);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }
}
