package io.clairscore.scorer.published;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Where each client's document and scoring record lie: {@code clients.index}, one record of {@value
 * #RECORD} bytes per client, sorted by client, big-endian: SK_ID_CURR (int), shard (int), offset
 * (long) and length (int) of the document, offset (long) and length (int) of the scoring record,
 * which is 0 if there is none.
 */
final class ClientIndex {
  static final String FILE = "clients.index";
  static final int RECORD = 32;

  private final ByteBuffer records;

  /**
   * The index in these bytes.
   *
   * @param file where they come from, for the reason of a refusal
   */
  ClientIndex(Path file, byte[] bytes) {
    records = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    if (bytes.length % RECORD != 0) {
      throw PublishedErrors.damaged(file, "it ends within a record");
    }
    for (int at = 1; at < size(); at++) {
      if (client(at - 1) >= client(at)) {
        throw PublishedErrors.damaged(file, "its clients are not in order");
      }
    }
  }

  /** A stretch of a file. */
  record Extent(long offset, int length) {}

  static byte[] record(int client, int shard, Extent document, Extent scoring) {
    return ByteBuffer.allocate(RECORD)
        .putInt(client)
        .putInt(shard)
        .putLong(document.offset())
        .putInt(document.length())
        .putLong(scoring.offset())
        .putInt(scoring.length())
        .array();
  }

  int size() {
    return records.limit() / RECORD;
  }

  /** Place of a client, negative if it is not there. */
  int find(int client) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = client(middle);
      if (found == client) {
        return middle;
      }
      low = found < client ? middle + 1 : low;
      high = found > client ? middle - 1 : high;
    }
    return -1;
  }

  int client(int at) {
    return records.getInt(at * RECORD);
  }

  int shard(int at) {
    return records.getInt(at * RECORD + 4);
  }

  Extent document(int at) {
    return new Extent(records.getLong(at * RECORD + 8), records.getInt(at * RECORD + 16));
  }

  Extent scoring(int at) {
    return new Extent(records.getLong(at * RECORD + 20), records.getInt(at * RECORD + 28));
  }
}
