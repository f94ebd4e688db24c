package io.clairscore.pipelines.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.NamedFiles;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the staged rows of a table into the raw table: the first load by renaming, later ones by a
 * merge of the rows that are new or differ. Either happens in one commit, and repeating it changes
 * nothing.
 */
final class Publication {
  private static final String LOAD = "_load";

  /** Marks, among the changes, whether a row takes the place of another. */
  private static final String CHANGED = "_changed";

  /** Client whose earlier rows a change removes, for tables without primary key. */
  private static final String REPLACES = "_replaces";

  private final SparkSession spark;
  private final Staging staging;
  private final Table table;
  private final Path raw;
  private final List<String> columns;
  private final List<String> key;

  Publication(Job job, Staging staging, Table table) {
    this.spark = job.spark();
    this.staging = staging;
    this.table = table;
    this.raw = job.workspace().raw(table);
    this.columns = table.schema().columns().stream().map(c -> c.name()).toList();
    this.key = table.schema().primaryKey().stream().map(c -> c.name()).toList();
  }

  /** Publishes; {@code kept} is the number of staged rows. */
  TableChange publish(long kept) {
    if (!DeltaFolders.exists(raw)) {
      DeltaFolders.publish(spark, staging.rows(table), raw);
    }
    if (!Files.exists(staging.rows(table))) {
      return new TableChange(table.schema().name(), kept, 0, 0);
    }
    // Computed before the merge and kept, so that a repetition reports and does the same.
    if (!Files.exists(staging.changes(table).resolve("_SUCCESS"))) {
      Dataset<Row> staged = DeltaFolders.read(spark, staging.rows(table));
      Dataset<Row> present = DeltaFolders.read(spark, raw);
      (key.isEmpty() ? replacedClients(staged, present) : differingRows(staged, present))
          .write()
          .mode("overwrite")
          .parquet(staging.changes(table).toString());
    }
    return merge(kept);
  }

  private TableChange merge(long kept) {
    Dataset<Row> changes = NamedFiles.read(spark.read(), "parquet", staging.changes(table));
    Column isRow = col(REPLACES).isNull();
    Row counts =
        changes
            .agg(count(lit(1)), count(when(isRow, 1)), count(when(isRow.and(col(CHANGED)), 1)))
            .head();
    long changed = counts.getLong(2);
    long added = counts.getLong(1) - changed;
    if (counts.getLong(0) > 0) {
      var merge = DeltaTable.forPath(spark, raw.toString()).as("t").merge(changes.as("s"), match());
      Map<String, Column> all = new HashMap<>();
      Stream.concat(columns.stream(), Stream.of(LOAD)).forEach(c -> all.put(c, col("s." + c)));
      if (key.isEmpty()) {
        merge
            .whenMatched()
            .delete()
            .whenNotMatched("s." + REPLACES + " IS NULL")
            .insert(all)
            .execute();
      } else {
        merge.whenMatched().update(all).whenNotMatched().insert(all).execute();
      }
    }
    return new TableChange(table.schema().name(), added, changed, kept - added - changed);
  }

  private Column match() {
    if (key.isEmpty()) {
      return col("t.SK_ID_CURR").equalTo(col("s." + REPLACES));
    }
    return key.stream()
        .map(c -> col("t." + c).equalTo(col("s." + c)))
        .reduce(Column::and)
        .orElseThrow();
  }

  /** Staged rows whose key is new, or whose content differs from the row of that key. */
  private Dataset<Row> differingRows(Dataset<Row> staged, Dataset<Row> present) {
    Dataset<Row> s = staged.as("s");
    Dataset<Row> t = present.as("t");
    // One comparison of whole rows: a hundred single ones keep the optimizer busy for minutes.
    Column differs =
        not(
            struct(columns.stream().map(c -> content(c).as(c)).toArray(Column[]::new))
                .eqNullSafe(
                    struct(columns.stream().map(c -> col("t." + c)).toArray(Column[]::new))));
    Column isNew = col("t." + key.get(0)).isNull();
    Column[] values =
        Stream.concat(
                columns.stream().map(c -> content(c).as(c)),
                Stream.of(
                    col("s." + LOAD), not(isNew).as(CHANGED), lit(null).cast("int").as(REPLACES)))
            .toArray(Column[]::new);
    return s.join(t, match(), "left").filter(isNew.or(differs)).select(values);
  }

  /** A row without outcome never erases a known one. */
  private Column content(String column) {
    return column.equals(Application.TARGET.name()) && table == Table.APPLICATION
        ? coalesce(col("s." + column), col("t." + column))
        : col("s." + column);
  }

  /** All staged rows of clients whose rows are not the ones present, and a mark per client. */
  private Dataset<Row> replacedClients(Dataset<Row> staged, Dataset<Row> present) {
    Dataset<Row> s = summary(staged).as("s");
    Dataset<Row> t = summary(present).as("t");
    Dataset<Row> clients =
        s.join(t, col("s.SK_ID_CURR").equalTo(col("t.SK_ID_CURR")), "left")
            .filter(
                not(
                    col("s._rows")
                        .eqNullSafe(col("t._rows"))
                        .and(col("s._hash").eqNullSafe(col("t._hash")))))
            .select(col("s.SK_ID_CURR").as("_client"), col("t.SK_ID_CURR").isNotNull().as(CHANGED));
    Dataset<Row> rows =
        staged
            .join(clients, staged.col("SK_ID_CURR").equalTo(clients.col("_client")))
            .drop("_client")
            .withColumn(REPLACES, lit(null).cast("int"));
    Dataset<Row> marks = clients.filter(col(CHANGED)).select(col("_client").as(REPLACES));
    return rows.unionByName(marks, true);
  }

  /** Per client the number of rows and a hash that does not depend on their order. */
  private Dataset<Row> summary(Dataset<Row> rows) {
    Column[] all = columns.stream().map(c -> col(c)).toArray(Column[]::new);
    return rows.groupBy("SK_ID_CURR")
        .agg(count(lit(1)).as("_rows"), sum(xxhash64(all).cast("decimal(20,0)")).as("_hash"));
  }
}
