package io.clairscore.pipelines.ingest;

import java.nio.file.Path;

/**
 * What is loaded.
 *
 * @param folder folder of {@code <file>.csv} or {@code <file>.csv.gz}
 * @param chunkBytes bytes of a plain file that one task reads at most
 */
public record IngestRequest(Path folder, long chunkBytes) {
  private static final long CHUNK_BYTES = 64L << 20;

  public IngestRequest {
    if (chunkBytes < 1) {
      throw new IllegalArgumentException("A task reads at least one byte, not " + chunkBytes);
    }
  }

  /** The files of a folder, in chunks of 64 MB. */
  public IngestRequest(Path folder) {
    this(folder, CHUNK_BYTES);
  }
}
