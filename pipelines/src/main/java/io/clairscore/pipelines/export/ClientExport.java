package io.clairscore.pipelines.export;

import io.clairscore.pipelines.dossiers.DossierRows;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.published.PublishedClient;
import io.clairscore.scorer.published.VersionWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Publishes the clients: one map over the dossiers computes all that is published of a client, and
 * one shuffle brings it, in bytes, into ranges of clients, each of which is written in order.
 *
 * @param model the bundle that scores them
 * @param limits how much is told
 */
record ClientExport(SparkSession spark, ModelFolder model, ReasonLimits limits) {

  /**
   * Writes client store and population.
   *
   * @param dossiers the table of dossiers
   * @param scores the table of scores, if anybody was scored yet
   */
  void write(Dataset<Row> dossiers, Optional<Dataset<Row>> scores, VersionWriter writer)
      throws IOException {
    ClientRanges ranges = new ClientRanges(clients(dossiers));
    JavaPairRDD<Integer, PublishedClient> clients =
        DossierRows.scanned(dossiers).mapPartitionsToPair(new PublishFunction(model, limits));
    RangeFunction range = new RangeFunction(writer.clients().toString(), writer.parts().toString());
    List<RangePart> parts =
        clients
            .repartitionAndSortWithinPartitions(ranges)
            .zipPartitions(lists(scores).repartitionAndSortWithinPartitions(ranges), range)
            .collect();
    writer.index(parts.stream().map(RangePart::index).toList());
    writer.numbers(
        parts.stream().map(RangePart::previous).toList(),
        parts.stream().map(RangePart::bureau).toList());
    List<Path> groups = IntStream.range(0, parts.size()).mapToObj(range::group).toList();
    writer.population(file -> PopulationFile.join(groups, file));
  }

  private static int[] clients(Dataset<Row> dossiers) {
    return dossiers.select("SK_ID_CURR").as(Encoders.INT()).collectAsList().stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private JavaPairRDD<Integer, String> lists(Optional<Dataset<Row>> scores) {
    return scores
        .map(ScoreLists::of)
        .orElseGet(
            () ->
                JavaPairRDD.fromJavaRDD(
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD()));
  }
}
