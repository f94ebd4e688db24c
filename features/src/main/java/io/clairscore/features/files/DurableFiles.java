package io.clairscore.features.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are either absent, as they were before, or complete. */
public final class DurableFiles {

  private DurableFiles() {}

  /** Writes a file aside, forces it to disk and renames it over an earlier one. */
  public static void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    CrashPoint.reach(file.getFileName() + ".written-aside");
    move(aside, file);
  }

  /** Renames a file over another, or a folder to a free name; the new name outlives the machine. */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // A name is durable once its folder is, as fsync of a directory makes it on Linux.
    try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}
