package io.clairscore.pipelines.spark;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.files.FolderSwap;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.collection.JavaConverters;

/** Delta tables as folders: how they are read, written, merged and moved, and what they say. */
public final class DeltaFolders {
  /** Above this share of changed rows writing a table anew costs less than a merge. */
  private static final double REPLACED_SHARE = 0.5;

  private DeltaFolders() {}

  /** Whether a Delta table stands in a folder. */
  public static boolean exists(Path table) {
    return Files.isDirectory(table.resolve("_delta_log"));
  }

  public static Dataset<Row> read(SparkSession spark, Path table) {
    return spark.read().format("delta").load(table.toString());
  }

  /** Rows of a table as one of its versions holds them. */
  public static Dataset<Row> read(SparkSession spark, Path table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(table.toString());
  }

  /** Rows that these versions of a table added, changed or removed, before and after. */
  public static Dataset<Row> changes(SparkSession spark, Path table, long from, long to) {
    return spark
        .read()
        .format("delta")
        .option("readChangeFeed", "true")
        .option("startingVersion", from)
        .option("endingVersion", to)
        .load(table.toString());
  }

  /** Newest version of a table. */
  public static long version(SparkSession spark, Path table) {
    return snapshot(spark, table).version();
  }

  private static Snapshot snapshot(SparkSession spark, Path table) {
    return DeltaLog.forTable(spark, table.toString())
        .update(false, scala.Option.empty(), scala.Option.empty());
  }

  /** Rows that the commit which created a table says it wrote: counted by Delta's own writer. */
  public static long rowsOfFirstCommit(Path table) {
    Path commit = table.resolve("_delta_log/00000000000000000000.json");
    try (Stream<String> actions = Files.lines(commit)) {
      return actions
          .map(DeltaFolders::parse)
          .filter(action -> action.has("commitInfo"))
          .map(action -> action.at("/commitInfo/operationMetrics/numOutputRows").asText())
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Properties of the newest version of a table. */
  public static Map<String, String> properties(SparkSession spark, Path table) {
    return JavaConverters.mapAsJavaMap(snapshot(spark, table).metadata().configuration());
  }

  /** Sets properties of a table in one commit; no commit if they stand already. */
  public static void setProperties(SparkSession spark, Path table, Map<String, String> wanted) {
    if (properties(spark, table).entrySet().containsAll(wanted.entrySet())) {
      return;
    }
    List<String> settings =
        wanted.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> "'" + e.getKey() + "' = '" + e.getValue() + "'")
            .toList();
    spark.sql(
        "ALTER TABLE " + sql(table) + " SET TBLPROPERTIES (" + String.join(", ", settings) + ")");
  }

  /** Whether so many of all rows changed that writing them anew costs less than a merge. */
  public static boolean cheaperToReplace(long changed, long all) {
    return changed > all * REPLACED_SHARE;
  }

  /** Writes a table anew; rows and properties are one commit. */
  public static void replace(Path table, Dataset<Row> rows, Map<String, String> properties) {
    CreateTableWriter<Row> writer = rows.writeTo(sql(table)).using("delta");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      writer = writer.tableProperty(property.getKey(), property.getValue());
    }
    writer.createOrReplace();
  }

  /**
   * Puts rows in the place of those with the same keys and adds the others, in one commit. Columns
   * that only the rows have are added to the table.
   */
  public static void merge(SparkSession spark, Path table, Dataset<Row> rows, String... keys) {
    Column same =
        Stream.of(keys)
            .map(key -> col("old." + key).equalTo(col("new." + key)))
            .reduce(Column::and)
            .orElseThrow();
    DeltaTable.forPath(spark, table.toString())
        .as("old")
        .merge(rows.as("new"), same)
        .withSchemaEvolution()
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  private static String sql(Path table) {
    return "delta.`" + table.toString().replace("`", "``") + "`";
  }

  /** Moves a complete table to where no table stands, all at once. */
  public static void publish(SparkSession spark, Path staged, Path table) {
    try {
      Files.createDirectories(table.getParent());
      Files.move(staged, table, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forget(spark, staged);
    forget(spark, table);
  }

  /** Deletes a folder with all it holds, if it exists. */
  public static void delete(SparkSession spark, Path folder) {
    try {
      FolderSwap.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forget(spark, folder);
  }

  /** Delta caches what it knows of a folder; after a move that is about another table. */
  private static void forget(SparkSession spark, Path folder) {
    DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(folder.toUri()));
  }
}
