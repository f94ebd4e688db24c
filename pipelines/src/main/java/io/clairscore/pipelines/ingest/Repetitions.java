package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.NamedFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Rows whose primary key an earlier row of the same load has: the first one in the order of files
 * and lines stays, the others are refused.
 */
final class Repetitions {
  private static final String SAME = "duplicate key, same content as the first row";
  private static final String OTHER = "duplicate key, other content than the first row";

  private final SparkSession spark;
  private final Staging staging;
  private final Table table;

  Repetitions(SparkSession spark, Staging staging, Table table) {
    this.spark = spark;
    this.staging = staging;
    this.table = table;
  }

  /**
   * Finds and writes them.
   *
   * @param located rows of the table; those with a repeated key have their text
   * @return refused rows by file and reason
   */
  Map<String, Map<String, Long>> find(Dataset<Row> located, List<SourceFile> files) {
    org.apache.spark.sql.Column[] key =
        table.schema().primaryKey().stream()
            .map(c -> col(c.name()))
            .toArray(org.apache.spark.sql.Column[]::new);
    org.apache.spark.sql.Column content =
        struct(
            table.schema().columns().stream()
                .map(c -> col(c.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    String keyName =
        table.schema().primaryKey().stream().map(Column::name).collect(Collectors.joining(", "));
    WindowSpec inFileOrder = Window.partitionBy(key).orderBy(StagedRows.FILE, StagedRows.LINE);
    located
        .filter(col(StagedRows.TEXT).isNotNull())
        .withColumn("_rank", row_number().over(inFileOrder))
        .withColumn("_same", content.eqNullSafe(first(content).over(inFileOrder)))
        .filter(col("_rank").gt(1))
        .select(
            col(StagedRows.FILE),
            fileName(files).as("file"),
            col(StagedRows.LINE).as("line"),
            lit(keyName).as("column"),
            when(col("_same"), SAME).otherwise(OTHER).as("reason"),
            col(StagedRows.TEXT).as("raw_text"))
        .write()
        .parquet(staging.repetitions(table).toString());
    return count(keyName);
  }

  /** The rows without the repetitions found. */
  Dataset<Row> remove(Dataset<Row> located) {
    Dataset<Row> refused =
        NamedFiles.read(spark.read(), "parquet", staging.repetitions(table))
            .select(col(StagedRows.FILE), col("line").as(StagedRows.LINE));
    return located.join(
        refused,
        located
            .col(StagedRows.FILE)
            .equalTo(refused.col(StagedRows.FILE))
            .and(located.col(StagedRows.LINE).equalTo(refused.col(StagedRows.LINE))),
        "left_anti");
  }

  private Map<String, Map<String, Long>> count(String keyName) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    NamedFiles.read(spark.read(), "parquet", staging.repetitions(table))
        .groupBy("file", "reason")
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts
                    .computeIfAbsent(row.getString(0), file -> new HashMap<>())
                    .put(keyName + ": " + row.getString(1), row.getLong(2)));
    return counts;
  }

  private static org.apache.spark.sql.Column fileName(List<SourceFile> files) {
    org.apache.spark.sql.Column name = lit(files.get(0).name());
    for (int i = 1; i < files.size(); i++) {
      name = when(col(StagedRows.FILE).equalTo(i), files.get(i).name()).otherwise(name);
    }
    return name;
  }
}
