package io.clairscore.scorer.published;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one shard of a client store, in ascending order of clients; {@link ClientStore} describes
 * the file. Its part of the index belongs to the {@link VersionWriter} that gave the folder.
 */
public final class ShardWriter implements Closeable {
  private final int shard;
  private final FileChannel out;
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();

  /**
   * A shard of a folder, written anew.
   *
   * @param folder one that every machine of the cluster sees
   */
  public ShardWriter(Path folder, int shard) throws IOException {
    this.shard = shard;
    this.out =
        FileChannel.open(
            folder.resolve(ClientStore.shardName(shard)),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Adds a client by the JSON document of its {@link ClientRecord}. */
  public void add(int client, String document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(document.getBytes(StandardCharsets.UTF_8));
    }
    records.write(ClientStore.record(client, shard, out.position(), bytes.size()));
    ByteBuffer remaining = ByteBuffer.wrap(bytes.toByteArray());
    while (remaining.hasRemaining()) {
      out.write(remaining);
    }
  }

  /** The shard's part of the index so far. */
  public byte[] index() {
    return records.toByteArray();
  }

  /** Forces the shard to disk. */
  @Override
  public void close() throws IOException {
    try (out) {
      out.force(true);
    }
  }
}
