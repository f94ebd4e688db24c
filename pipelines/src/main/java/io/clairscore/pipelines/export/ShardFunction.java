package io.clairscore.pipelines.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Writes a partition of rows (SK_ID_CURR, document), sorted by client, as one shard; yields its
 * part of the index.
 *
 * @param folder folder of the shards, one that every machine of the cluster sees
 */
record ShardFunction(String folder) implements MapPartitionsFunction<Row, byte[]> {

  @Override
  public Iterator<byte[]> call(Iterator<Row> clients) throws IOException {
    if (!clients.hasNext()) {
      return List.<byte[]>of().iterator();
    }
    int shard = TaskContext.getPartitionId();
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    Path file = Path.of(folder).resolve(ClientStore.shardName(shard));
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (clients.hasNext()) {
        Row client = clients.next();
        byte[] document = compressed(client.getString(1));
        records.write(record(client.getInt(0), shard, out.position(), document.length));
        ByteBuffer remaining = ByteBuffer.wrap(document);
        while (remaining.hasRemaining()) {
          out.write(remaining);
        }
      }
      out.force(true);
    }
    return List.of(records.toByteArray()).iterator();
  }

  private static byte[] record(int client, int shard, long offset, int length) {
    return ByteBuffer.allocate(ClientStore.RECORD)
        .putInt(client)
        .putInt(shard)
        .putLong(offset)
        .putInt(length)
        .array();
  }

  private static byte[] compressed(String document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(document.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
