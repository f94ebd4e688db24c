package io.clairscore.scorer.published;

import io.clairscore.scorer.published.ClientIndex.Extent;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one shard of a client store, in ascending order of clients; {@link ClientStore} describes
 * the files. Its part of the index belongs to the {@link VersionWriter} that gave the folder.
 */
public final class ShardWriter implements Closeable {
  private final int shard;
  private final FileChannel documents;
  private final FileChannel scoring;
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();

  /**
   * A shard of a folder, written anew.
   *
   * @param folder one that every machine of the cluster sees
   */
  public ShardWriter(Path folder, int shard) throws IOException {
    this.shard = shard;
    this.documents = anew(folder.resolve(ClientStore.documentsName(shard)));
    this.scoring = anew(folder.resolve(ClientStore.scoringName(shard)));
  }

  private static FileChannel anew(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /**
   * Adds a client.
   *
   * @param document gzip members that are together the JSON document of its {@link ClientRecord}
   * @param record bytes of its {@link ScoringRecord}
   */
  void add(int client, byte[] document, byte[] record) throws IOException {
    Extent written = append(documents, document);
    records.write(ClientIndex.record(client, shard, written, append(scoring, record)));
  }

  /**
   * Adds a client.
   *
   * @param scores its scores, newest first, as a JSON list
   */
  public void add(PublishedClient client, String scores) throws IOException {
    add(client.client(), client.document(scores), client.scoring());
  }

  private static Extent append(FileChannel file, byte[] bytes) throws IOException {
    long offset = file.position();
    ByteBuffer remaining = ByteBuffer.wrap(bytes);
    while (remaining.hasRemaining()) {
      file.write(remaining);
    }
    return new Extent(offset, bytes.length);
  }

  /** The shard's part of the index so far. */
  public byte[] index() {
    return records.toByteArray();
  }

  /** Forces the shard to disk. */
  @Override
  public void close() throws IOException {
    try (documents;
        scoring) {
      documents.force(true);
      scoring.force(true);
    }
  }
}
