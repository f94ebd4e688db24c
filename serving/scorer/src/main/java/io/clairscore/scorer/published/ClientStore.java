package io.clairscore.scorer.published;

import io.clairscore.features.files.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The client store of a published version: one client costs a binary search in the index, which is
 * held in memory, and one read of its document. Immutable and thread-safe.
 *
 * <p>{@code clients.index} holds one record of {@value #RECORD} bytes per client, sorted by client,
 * big-endian: SK_ID_CURR (int), shard (int), offset (long), length (int). {@code shard-NNNNN.gz} is
 * a sequence of gzip members, one per client, each the JSON document of a {@link ClientRecord}.
 * Being gzip members, the shards can be read whole by {@code zcat}, and each carries its checksum.
 */
public final class ClientStore {
  static final String INDEX = "clients.index";
  static final int RECORD = 20;

  private final Path folder;
  private final ByteBuffer index;

  /** The store of a folder, by the content of its index. */
  ClientStore(Path folder, byte[] index) {
    this.folder = folder;
    this.index = ByteBuffer.wrap(index).asReadOnlyBuffer();
    if (index.length % RECORD != 0) {
      throw PublishedErrors.damaged(folder.resolve(INDEX), "it ends within a record");
    }
    for (int at = 1; at < size(); at++) {
      if (client(at - 1) >= client(at)) {
        throw PublishedErrors.damaged(folder.resolve(INDEX), "its clients are not in order");
      }
    }
  }

  static String shardName(int shard) {
    return String.format("shard-%05d.gz", shard);
  }

  static byte[] record(int client, int shard, long offset, int length) {
    return ByteBuffer.allocate(RECORD)
        .putInt(client)
        .putInt(shard)
        .putLong(offset)
        .putInt(length)
        .array();
  }

  /**
   * Writes the index of a folder of shards from their parts, and returns how many clients it has.
   */
  static long writeIndex(Path folder, List<byte[]> parts) throws IOException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      records.write(part);
    }
    DurableFiles.replace(folder.resolve(INDEX), records.toByteArray());
    return records.size() / RECORD;
  }

  /** Number of clients. */
  public int size() {
    return index.limit() / RECORD;
  }

  /**
   * A client, if the store has one of this number.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if the client's shard is absent or
   *     damaged
   */
  public Optional<ClientRecord> find(int client) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = client(middle);
      if (found == client) {
        return Optional.of(read(middle));
      }
      low = found < client ? middle + 1 : low;
      high = found > client ? middle - 1 : high;
    }
    return Optional.empty();
  }

  /** Every client in ascending order, each read when it is asked for. */
  public Stream<ClientRecord> all() {
    return IntStream.range(0, size()).mapToObj(this::read);
  }

  private int client(int at) {
    return index.getInt(at * RECORD);
  }

  private ClientRecord read(int at) {
    int begin = at * RECORD;
    Path shard = folder.resolve(shardName(index.getInt(begin + 4)));
    try {
      byte[] member = bytes(shard, index.getLong(begin + 8), index.getInt(begin + 16));
      try (GZIPInputStream document = new GZIPInputStream(new ByteArrayInputStream(member))) {
        ClientRecord record =
            ClientRecord.read(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        if (record.client() != client(at)) {
          throw new IOException("the index names another client than the document");
        }
        return record;
      }
    } catch (IOException e) {
      throw PublishedErrors.damaged(shard, e);
    }
  }

  /** Opened for each read: a channel that is shared is closed by the first thread interrupted. */
  private static byte[] bytes(Path shard, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try (FileChannel documents = FileChannel.open(shard)) {
      while (buffer.hasRemaining()) {
        if (documents.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException("it is cut off");
        }
      }
    }
    return buffer.array();
  }
}
