package io.clairscore.scorer.published;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that stays open and is read at positions by any number of threads. A channel is closed by
 * the first thread that is interrupted while it reads; then it is opened again, the read is made
 * all the same, and the thread finds itself interrupted afterwards. While it is open, the file can
 * be read even if its name is gone. Memory is that of one read.
 */
final class KeptFile implements Closeable {
  private final Path path;
  private volatile FileChannel channel;
  private boolean closed;

  /** A file, opened when it is first read. */
  KeptFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /**
   * Bytes of the file.
   *
   * @throws IOException if there is no such file, or it ends before
   * @throws IllegalStateException if it was closed
   */
  byte[] read(long position, int length) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(length);
    boolean interrupted = Thread.interrupted();
    try {
      while (into.hasRemaining()) {
        try {
          if (channel().read(into, position + into.position()) < 0) {
            throw new EOFException("it is cut off");
          }
        } catch (ClosedChannelException byAnInterruption) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return into.array();
  }

  private FileChannel channel() throws IOException {
    FileChannel kept = channel;
    return kept != null && kept.isOpen() ? kept : open();
  }

  private synchronized FileChannel open() throws IOException {
    if (closed) {
      throw new IllegalStateException(path.getFileName() + " was closed");
    }
    if (channel == null || !channel.isOpen()) {
      channel = FileChannel.open(path);
    }
    return channel;
  }

  /** Ends the use of the file. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (channel != null) {
      channel.close();
    }
  }
}
