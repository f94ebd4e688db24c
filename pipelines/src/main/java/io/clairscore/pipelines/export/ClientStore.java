package io.clairscore.pipelines.export;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads the client store of a published version: one client costs a binary search in the index and
 * one read of its document.
 *
 * <p>{@code clients.index} holds one record of {@value #RECORD} bytes per client, sorted by client,
 * big-endian: SK_ID_CURR (int), shard (int), offset (long), length (int). {@code shard-NNNNN.gz} is
 * a sequence of gzip members, one per client, each a JSON document {@code {"client": 100001,
 * "dossier": {...}, "scores": [{...}]}}: the dossier by the names of the source tables, the scores
 * of the table {@code scores} newest first, an empty list if there are none. Being gzip members,
 * the shards can be read whole by {@code zcat}.
 */
public final class ClientStore implements Closeable {
  static final String INDEX = "clients.index";
  static final int RECORD = 20;

  private final Path folder;
  private final FileChannel index;
  private final long clients;

  /** Opens the folder {@code clients} of a published version. */
  public ClientStore(Path folder) throws IOException {
    this.folder = folder;
    this.index = FileChannel.open(folder.resolve(INDEX), StandardOpenOption.READ);
    this.clients = index.size() / RECORD;
  }

  static String shardName(int shard) {
    return String.format("shard-%05d.gz", shard);
  }

  /** Number of clients. */
  public long size() {
    return clients;
  }

  /** The JSON document of a client, if the store has one. */
  public Optional<String> find(int client) throws IOException {
    long low = 0;
    long high = clients - 1;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      ByteBuffer record = read(index, middle * RECORD, RECORD);
      int found = record.getInt();
      if (found == client) {
        return Optional.of(document(record.getInt(), record.getLong(), record.getInt()));
      }
      low = found < client ? middle + 1 : low;
      high = found > client ? middle - 1 : high;
    }
    return Optional.empty();
  }

  private String document(int shard, long offset, int length) throws IOException {
    Path file = folder.resolve(shardName(shard));
    try (FileChannel documents = FileChannel.open(file, StandardOpenOption.READ);
        GZIPInputStream in =
            new GZIPInputStream(
                new ByteArrayInputStream(read(documents, offset, length).array()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ByteBuffer read(FileChannel from, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (from.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("The client store is cut off: copy or publish the version again");
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
