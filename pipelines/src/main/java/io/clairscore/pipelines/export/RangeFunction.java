package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.PopulationRow;
import io.clairscore.scorer.published.PublishedClient;
import io.clairscore.scorer.published.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction2;
import scala.Tuple2;

/**
 * Writes a range of clients, sorted, and their scores, sorted as well: a shard of the client store
 * and a group of the population's table.
 *
 * @param shards folder of the shards, one that every machine of the cluster sees
 * @param groups folder of the groups, likewise
 */
record RangeFunction(String shards, String groups)
    implements FlatMapFunction2<
        Iterator<Tuple2<Integer, PublishedClient>>, Iterator<Tuple2<Integer, String>>, RangePart> {
  private static final String NONE = "[]";

  @Override
  public Iterator<RangePart> call(
      Iterator<Tuple2<Integer, PublishedClient>> clients, Iterator<Tuple2<Integer, String>> scores)
      throws IOException {
    int range = TaskContext.getPartitionId();
    RangePart.Numbers numbers = new RangePart.Numbers();
    ScoresInOrder inOrder = new ScoresInOrder(scores);
    try (ShardWriter shard = new ShardWriter(Path.of(shards), range);
        ParquetWriter<PopulationRow> group = PopulationFile.writer(group(range))) {
      while (clients.hasNext()) {
        PublishedClient client = clients.next()._2();
        shard.add(client, inOrder.of(client.client()));
        group.write(PopulationRow.of(client.row()));
        numbers.add(client);
      }
      return List.of(numbers.with(shard.index())).iterator();
    }
  }

  /** File of a group. */
  Path group(int range) {
    return Path.of(groups, String.format("group-%05d.parquet", range));
  }

  /** Scores beside clients; scores of nobody who has a dossier are passed over. */
  private static final class ScoresInOrder {
    private final Iterator<Tuple2<Integer, String>> scores;
    private Tuple2<Integer, String> next;

    ScoresInOrder(Iterator<Tuple2<Integer, String>> scores) {
      this.scores = scores;
      advance();
    }

    private void advance() {
      next = scores.hasNext() ? scores.next() : null;
    }

    String of(int client) {
      while (next != null && next._1() < client) {
        advance();
      }
      return next != null && next._1() == client ? next._2() : NONE;
    }
  }
}
