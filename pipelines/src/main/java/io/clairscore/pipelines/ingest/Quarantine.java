package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.NamedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The Delta table of refused rows, one partition per run. */
final class Quarantine {
  private static final StructType SCHEMA =
      new StructType()
          .add("run_id", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("column", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("raw_text", DataTypes.StringType);

  private final Job job;

  Quarantine(Job job) {
    this.job = job;
  }

  /** Puts the refused rows of a load in place of those an earlier attempt of the run wrote. */
  void replace(Staging staging, List<Table> tables) {
    Path quarantine = job.workspace().quarantine();
    Path[] refused =
        tables.stream().map(staging::quarantine).filter(Files::exists).toArray(Path[]::new);
    Dataset<Row> rows =
        refused.length == 0
            ? job.spark().createDataFrame(List.<Row>of(), SCHEMA)
            : NamedFiles.read(job.spark().read().schema(SCHEMA), "parquet", refused);
    boolean there = DeltaFolders.exists(quarantine);
    if (there && refused.length == 0 && mine().isEmpty()) {
      return;
    }
    var writer = rows.coalesce(1).write().format("delta").partitionBy("run_id").mode("overwrite");
    if (there) {
      writer = writer.option("replaceWhere", "run_id = '" + job.runId().replace("'", "''") + "'");
    }
    writer.save(quarantine.toString());
  }

  /** Refused rows of this run. */
  private Dataset<Row> mine() {
    return DeltaFolders.read(job.spark(), job.workspace().quarantine())
        .filter(col("run_id").equalTo(job.runId()));
  }

  /** How many rows of this run stand in the table. */
  long count() {
    return mine().count();
  }
}
