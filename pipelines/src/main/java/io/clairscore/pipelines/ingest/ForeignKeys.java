package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Table.ForeignKey;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Counts rows without parent over the whole raw tables. */
final class ForeignKeys {
  /** Parent keys up to this many are sent to every task, which spares a shuffle of the children. */
  private static final long BROADCAST_KEYS = 10_000_000;

  private final SparkSession spark;
  private final Workspace workspace;

  ForeignKeys(SparkSession spark, Workspace workspace) {
    this.spark = spark;
    this.workspace = workspace;
  }

  List<Orphans> check() {
    List<Orphans> found = new ArrayList<>();
    for (Table table : Table.values()) {
      if (!table.foreignKeys().isEmpty() && DeltaFolders.exists(workspace.raw(table))) {
        found.addAll(check(table));
      }
    }
    return found;
  }

  /** All references of a table in one scan of its key columns. */
  private List<Orphans> check(Table table) {
    List<ForeignKey> keys = table.foreignKeys();
    Dataset<Row> rows = DeltaFolders.read(spark, workspace.raw(table));
    Column[] counts = new Column[keys.size()];
    for (int i = 0; i < keys.size(); i++) {
      String found = "_found" + i;
      Dataset<Row> parents = parents(keys.get(i).parent(), "_parent" + i, found);
      rows =
          rows.join(
              parents,
              rows.col(keys.get(i).child().name()).equalTo(parents.col("_parent" + i)),
              "left");
      counts[i] = count(col(found));
    }
    Row totals = rows.agg(count(lit(1)), counts).head();
    List<Orphans> orphans = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      orphans.add(
          new Orphans(
              keys.get(i).child().toString(),
              keys.get(i).parent().toString(),
              totals.getLong(0),
              totals.getLong(0) - totals.getLong(i + 1)));
    }
    return orphans;
  }

  private Dataset<Row> parents(NumberColumn key, String as, String found) {
    Path table = workspace.raw(Table.named(key.table()).orElseThrow());
    if (!DeltaFolders.exists(table)) {
      return spark.range(0).select(col("id").cast("int").as(as), lit(1).as(found));
    }
    Dataset<Row> keys =
        DeltaFolders.read(spark, table).select(col(key.name()).as(as), lit(1).as(found));
    return keys.count() <= BROADCAST_KEYS ? broadcast(keys) : keys;
  }
}
