package io.clairscore.service.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A native library within a jar.
 *
 * @param jar the jar
 * @param entry its name there
 */
record JarLibrary(Path jar, String entry) {

  /**
   * Makes a file of it, unless that file is the same one already.
   *
   * @return whether there is such a library, and so such a file
   */
  boolean place(Path target) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry found = file.getEntry(entry);
      if (found == null) {
        return false;
      }
      // The checksum stands in the jar's directory: it costs nothing to read.
      String checksum = Long.toHexString(found.getCrc()) + "-" + found.getSize();
      if (!stands(target, found.getSize(), checksum)) {
        write(file.getInputStream(found), target, checksum);
      }
      return true;
    }
  }

  private static boolean stands(Path target, long bytes, String checksum) throws IOException {
    try {
      return Files.size(target) == bytes && Files.readString(stamp(target)).equals(checksum);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Written aside and renamed: a second start meanwhile, or a kill, never meets half of it. */
  private static void write(InputStream bytes, Path target, String checksum) throws IOException {
    Path aside = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
    try (bytes) {
      Files.copy(bytes, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(stamp(target));
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(stamp(target), checksum);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path stamp(Path target) {
    return target.resolveSibling(target.getFileName() + ".checksum");
  }
}
