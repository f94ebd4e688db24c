package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
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
    try (ShardWriter shard = new ShardWriter(Path.of(folder), TaskContext.getPartitionId())) {
      while (clients.hasNext()) {
        Row client = clients.next();
        shard.add(client.getInt(0), client.getString(1));
      }
      return List.of(shard.index()).iterator();
    }
  }
}
