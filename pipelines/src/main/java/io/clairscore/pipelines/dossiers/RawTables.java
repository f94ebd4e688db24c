package io.clairscore.pipelines.dossiers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.TableSchema;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.RawSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The raw tables at fixed versions, each row with its client. */
final class RawTables {
  /** The client of a row, whichever way it is found. */
  static final String CLIENT = "_client";

  /** Credits up to this many are sent to every task, which spares a shuffle of their balances. */
  private static final long BROADCAST_CREDITS = 10_000_000;

  private final SparkSession spark;
  private final Workspace workspace;
  private final SourceVersions versions;

  RawTables(SparkSession spark, Workspace workspace, SourceVersions versions) {
    this.spark = spark;
    this.workspace = workspace;
    this.versions = versions;
  }

  /** Rows of a table; none if the table does not exist. */
  Dataset<Row> rows(Table table) {
    Long version = versions.versions().get(table);
    if (version == null) {
      return spark.createDataFrame(List.<Row>of(), RawSchemas.of(table));
    }
    return DeltaFolders.read(spark, workspace.raw(table), version).select(columns(table.schema()));
  }

  /**
   * Rows of a table with their client. Bureau balances belong to the client of their credit; those
   * of unknown credits are left out until their credit arrives.
   */
  Dataset<Row> rowsOfClients(Table table) {
    if (table != Table.BUREAU_BALANCE) {
      return rows(table).withColumn(CLIENT, col("SK_ID_CURR"));
    }
    Dataset<Row> credits =
        rows(Table.BUREAU).select(col("SK_ID_BUREAU").as("_credit"), col("SK_ID_CURR").as(CLIENT));
    Dataset<Row> balances = rows(Table.BUREAU_BALANCE);
    return balances
        .join(
            credits.count() <= BROADCAST_CREDITS ? broadcast(credits) : credits,
            balances.col("SK_ID_BUREAU").equalTo(credits.col("_credit")))
        .drop("_credit");
  }

  /** Rows over all tables, from the statistics of their files. */
  long count() {
    return Stream.of(Table.values()).mapToLong(table -> rows(table).count()).sum();
  }

  /** Rows that were added, changed or removed after the recorded versions, before and after. */
  Dataset<Row> changes(Table table, SourceVersions recorded) {
    Path folder = workspace.raw(table);
    long from = recorded.next(table);
    return DeltaFolders.version(spark, folder) < from
        ? spark.createDataFrame(List.<Row>of(), RawSchemas.of(table))
        : DeltaFolders.changes(spark, folder, from, versions.versions().get(table))
            .select(columns(table.schema()));
  }

  static Column[] columns(TableSchema schema) {
    return schema.columns().stream().map(c -> col(c.name())).toArray(Column[]::new);
  }
}
