package io.clairscore.pipelines.ingest;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens the lines of a chunk and tells when they end. */
final class ChunkReader implements AutoCloseable {
  private final LineReader lines;
  private final long end;
  private final long offset;
  private long count;

  ChunkReader(Chunk chunk) throws IOException {
    FileInputStream file = new FileInputStream(chunk.source().path());
    // From one byte before: a line that begins exactly at the chunk's first byte belongs to it.
    offset = Math.max(0, chunk.from() - 1);
    file.getChannel().position(offset);
    boolean gzip = chunk.source().gzip();
    InputStream in = gzip ? new GZIPInputStream(file, 1 << 16) : file;
    end = gzip ? Long.MAX_VALUE : chunk.to();
    lines = new LineReader(in);
    if (chunk.from() > 0) {
      lines.next();
    }
  }

  /** Moves to the next line that begins in the chunk. */
  boolean next() throws IOException {
    if (offset + lines.consumed() >= end || !lines.next()) {
      return false;
    }
    count++;
    return true;
  }

  LineReader line() {
    return lines;
  }

  /** Lines met so far. */
  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
