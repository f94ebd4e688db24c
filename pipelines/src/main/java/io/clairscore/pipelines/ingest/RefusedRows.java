package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.NamedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The refused rows of one table of a load, brought into the layout of the quarantine table. */
final class RefusedRows {
  private static final StructType LINES =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("chunk", DataTypes.IntegerType)
          .add("line", DataTypes.LongType)
          .add("column", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("raw_text", DataTypes.StringType);
  private static final StructType CHUNKS =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("chunk", DataTypes.IntegerType)
          .add("before", DataTypes.LongType);

  private final SparkSession spark;
  private final Staging staging;
  private final Table table;

  RefusedRows(SparkSession spark, Staging staging, Table table) {
    this.spark = spark;
    this.staging = staging;
    this.table = table;
  }

  /** Writes them, if there are any; the reports give the lines before each chunk. */
  void write(List<ChunkReport> reports, String runId) {
    Dataset<Row> all = null;
    Path[] paths =
        reports.stream()
            .map(ChunkReport::rejects)
            .filter(Objects::nonNull)
            .map(Path::of)
            .toArray(Path[]::new);
    if (paths.length > 0) {
      all =
          numbered(
              NamedFiles.read(spark.read().schema(LINES), "json", paths), Chunks.numbered(reports));
    }
    Path repetitions = staging.repetitions(table);
    if (Files.exists(repetitions)) {
      Dataset<Row> rows = NamedFiles.read(spark.read(), "parquet", repetitions);
      rows = rows.drop(StagedRows.FILE);
      all = all == null ? rows : all.unionByName(rows);
    }
    if (all != null) {
      all.select(
              lit(runId).as("run_id"),
              col("file"),
              col("line"),
              col("column"),
              col("reason"),
              col("raw_text"))
          .write()
          .parquet(staging.quarantine(table).toString());
    }
  }

  /** Rows written. */
  long count() {
    Path written = staging.quarantine(table);
    return Files.exists(written) ? NamedFiles.read(spark.read(), "parquet", written).count() : 0;
  }

  private Dataset<Row> numbered(Dataset<Row> lines, List<Chunk> chunks) {
    List<Row> before =
        chunks.stream()
            .map(c -> RowFactory.create(c.source().name(), c.index(), c.linesBefore()))
            .toList();
    Dataset<Row> offsets = broadcast(spark.createDataFrame(before, CHUNKS));
    return lines
        .join(
            offsets,
            lines
                .col("file")
                .equalTo(offsets.col("file"))
                .and(lines.col("chunk").equalTo(offsets.col("chunk"))))
        .select(
            lines.col("file"),
            lines.col("line").plus(offsets.col("before")).as("line"),
            col("column"),
            col("reason"),
            col("raw_text"));
  }
}
