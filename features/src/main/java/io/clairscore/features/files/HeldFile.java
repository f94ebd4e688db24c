package io.clairscore.features.files;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A file held by one holder at a time, of all processes: the right to change what it stands for.
 * The operating system frees it when the process ends, however it ends; the file stays.
 */
public final class HeldFile implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FileChannel channel;
  private final FileLock lock;

  private HeldFile(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** What is done while a file is held. */
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  /** Holds a file, which is created if it is absent, unless another holder has it. */
  public static Optional<HeldFile> attempt(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new HeldFile(channel, lock));
  }

  /**
   * Does work with the right to change a folder, which is created if it is absent; waits for it.
   *
   * @throws Refusal with LOCKED if another holder keeps it for longer than files are written
   */
  public static <T> T during(Path folder, Work<T> work) throws IOException {
    HeldFile held = of(folder);
    try {
      return work.done();
    } finally {
      held.close();
    }
  }

  private static HeldFile of(Path folder) throws IOException {
    long begun = System.nanoTime();
    while (true) {
      Optional<HeldFile> held = attempt(folder.resolve(NAME));
      if (held.isPresent()) {
        return held.get();
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw Refusal.locked(
            "Another run is writing to " + folder + ".",
            "It has held the lock of the folder for " + PATIENCE.toSeconds() + " seconds.",
            "Wait for it to end, or name another folder.");
      }
      pause();
    }
  }

  /** Says in the file who holds it. */
  public void sign(String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while another run was writing", e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
