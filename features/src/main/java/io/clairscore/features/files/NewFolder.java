package io.clairscore.features.files;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all, where nothing stands but, perhaps, an empty folder.
 * One process at a time writes it; what one that died left aside is removed by the next.
 *
 * @param folder where it appears
 * @param occupied how it is refused if something stands there
 */
public record NewFolder(Path folder, Refusal occupied) {
  private static final String CONTENT = "content";
  private static final String LOCK = "lock";

  /** Fills a folder. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Path folder) throws IOException;
  }

  public NewFolder {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Writes it.
   *
   * @param work fills the folder it is given, which is then moved
   * @throws Refusal if something stands there, or with LOCKED if another process is writing it
   */
  public <T> T write(Work<T> work) throws IOException {
    requireFree();
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".writing");
    Path lock = aside.resolve(LOCK);
    Optional<HeldFile> held = HeldFile.attempt(lock);
    if (held.isEmpty()) {
      throw Refusal.locked(
          "Another run is writing the folder " + folder + ".",
          "It holds the lock " + lock + ".",
          "Wait for it to end, or name another folder.");
    }
    try {
      // What stands there now may be what another process wrote meanwhile.
      requireFree();
      T done = written(aside.resolve(CONTENT), work);
      Files.delete(lock);
      remove(aside);
      return done;
    } finally {
      held.get().close();
    }
  }

  private <T> T written(Path content, Work<T> work) throws IOException {
    FolderSwap.remove(content);
    Files.createDirectories(content);
    T done = work.in(content);
    Files.deleteIfExists(folder);
    Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
    return done;
  }

  private static void remove(Path aside) throws IOException {
    try {
      Files.delete(aside);
    } catch (DirectoryNotEmptyException anotherHasBegun) {
      // It will find that something stands here.
    }
  }

  private void requireFree() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw occupied;
      }
    }
  }
}
