package io.clairscore.pipelines.csv;

import java.io.IOException;
import java.nio.file.Path;

/** The lines that begin in a range of a file's bytes; of a gzip file all of them. */
public final class ChunkReader implements AutoCloseable {
  private final LineReader lines;
  private final long end;
  private final long offset;
  private long count;

  /**
   * Opens a file.
   *
   * @param from first byte
   * @param to past the last byte, in which a line may begin
   */
  public ChunkReader(Path file, long from, long to) throws IOException {
    // From one byte before: a line that begins exactly at the chunk's first byte belongs to it.
    offset = Math.max(0, from - 1);
    lines = new LineReader(CsvHeader.open(file, offset));
    end = CsvHeader.gzip(file) ? Long.MAX_VALUE : to;
    if (from > 0) {
      lines.next();
    }
  }

  /** Moves to the next line that begins in the chunk. */
  public boolean next() throws IOException {
    if (offset + lines.consumed() >= end || !lines.next()) {
      return false;
    }
    count++;
    return true;
  }

  public LineReader line() {
    return lines;
  }

  /** Lines met so far. */
  public long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
