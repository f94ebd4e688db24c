package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.CollectionAccumulator;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** The accepted rows of the files of one table, as Spark reads them chunk by chunk. */
final class ParsedFiles {
  private final SparkSession spark;
  private final StagedRows layout;
  private final CollectionAccumulator<ChunkReport> reports;

  ParsedFiles(SparkSession spark, Table table) {
    this.spark = spark;
    this.layout = new StagedRows(table);
    this.reports = spark.sparkContext().collectionAccumulator();
  }

  /**
   * All accepted rows. Evaluating them, which may be done once, also writes the refused lines and
   * delivers the reports: accumulators of a job's last stage count each task once, whatever is
   * retried.
   */
  Dataset<Row> rows(List<Chunk> chunks, Path refusedLines) {
    return read(chunks, new ParseChunk(layout, refusedLines.toString(), reports, null));
  }

  /** All accepted rows again, those with one of these keys with their text. */
  Dataset<Row> located(List<Chunk> numbered, Roaring64NavigableMap keys) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return read(numbered, new ParseChunk(layout, null, null, context.broadcast(keys)));
  }

  /** One report per chunk, in the order of files and chunks; complete once rows were evaluated. */
  List<ChunkReport> reports() {
    List<ChunkReport> all = new ArrayList<>(reports.value());
    all.sort(
        Comparator.comparingInt((ChunkReport report) -> report.chunk().file())
            .thenComparingInt(report -> report.chunk().index()));
    return all;
  }

  private Dataset<Row> read(
      List<Chunk> chunks, FlatMapFunction<java.util.Iterator<Chunk>, InternalRow> parse) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    // Rows of Spark's own kind spare boxing and converting half a billion cells.
    return spark.internalCreateDataFrame(
        context.parallelize(chunks, chunks.size()).mapPartitions(parse).rdd(),
        layout.schema(),
        false);
  }
}
