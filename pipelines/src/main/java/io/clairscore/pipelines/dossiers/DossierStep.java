package io.clairscore.pipelines.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.dossiers.DossierReport.Mode;
import io.clairscore.pipelines.run.CrashMoment;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.StorageFailure;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the dossier table up to date with the raw tables: all dossiers the first time, later those
 * of changed clients. The properties of the table say which versions of the raw tables it holds.
 */
public final class DossierStep {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows of one partition: some hundred megabytes while they are being sorted. */
  private static final long ROWS_PER_PARTITION = 1_500_000;

  /** Above this share of clients a rebuild costs less than a merge. */
  private static final double REBUILD_SHARE = 0.5;

  /**
   * Builds what is missing.
   *
   * @throws Refusal if there are no applications, or the table cannot be written
   */
  public DossierReport run(Job job) {
    if (!DeltaFolders.exists(job.workspace().raw(Table.APPLICATION))) {
      throw DossierErrors.noApplications(job.workspace().raw(Table.APPLICATION));
    }
    SourceVersions sources = SourceVersions.current(job.spark(), job.workspace());
    try {
      JsonNode report =
          new RunJournal(job.workspace(), job.runId())
              .once(
                  "dossiers",
                  sources.properties().toString(),
                  () -> JSON.valueToTree(update(job, sources)));
      return JSON.convertValue(report, DossierReport.class);
    } catch (RuntimeException e) {
      throw StorageFailure.explain(job.workspace().dossiers(), e);
    }
  }

  private static DossierReport update(Job job, SourceVersions sources) {
    CrashMoment.DOSSIERS_BEGUN.reach();
    SparkSession spark = sorting(job.spark());
    Path table = job.workspace().dossiers();
    RawTables raw = new RawTables(spark, job.workspace(), sources);
    long clients = raw.rows(Table.APPLICATION).count();
    if (!DeltaFolders.exists(table)) {
      return buildAll(spark, table, raw, sources, clients);
    }
    SourceVersions recorded = SourceVersions.recorded(DeltaFolders.properties(spark, table));
    if (recorded.equals(sources)) {
      return new DossierReport(Mode.NONE, 0, clients, DeltaFolders.version(spark, table));
    }
    Dataset<Row> changed = new ChangedClients(raw, recorded, sources).find().cache();
    try {
      long count = changed.count();
      if (count > clients * REBUILD_SHARE) {
        return buildAll(spark, table, raw, sources, clients);
      }
      return merge(spark, table, raw, sources, changed, count);
    } finally {
      changed.unpersist();
    }
  }

  private static DossierReport buildAll(
      SparkSession spark, Path table, RawTables raw, SourceVersions sources, long clients) {
    var writer =
        new DossierBuild(raw, partitions(raw.count()))
            .dossiers(null)
            .writeTo(DeltaFolders.sql(table))
            .using("delta")
            .tableProperty("delta.enableChangeDataFeed", "true");
    for (var property : sources.properties().entrySet()) {
      writer = writer.tableProperty(property.getKey(), property.getValue());
    }
    // Rows and properties are one commit.
    writer.createOrReplace();
    CrashMoment.DOSSIERS_TABLE_WRITTEN.reach();
    return new DossierReport(Mode.ALL, clients, clients, DeltaFolders.version(spark, table));
  }

  private static DossierReport merge(
      SparkSession spark,
      Path table,
      RawTables raw,
      SourceVersions sources,
      Dataset<Row> changed,
      long count) {
    Dataset<Row> dossiers = new DossierBuild(raw, partitions(count * 200)).dossiers(changed);
    long rebuilt = dossiers.count();
    if (rebuilt > 0) {
      DeltaTable.forPath(spark, table.toString())
          .as("t")
          .merge(dossiers.as("s"), "t.SK_ID_CURR = s.SK_ID_CURR")
          .whenMatched()
          .updateAll()
          .whenNotMatched()
          .insertAll()
          .execute();
    }
    CrashMoment.DOSSIERS_CHANGES_MERGED.reach();
    // After the rows: cut off in between, the same clients are merged once more, to the same end.
    DeltaFolders.setProperties(spark, table, sources.properties());
    CrashMoment.DOSSIERS_SOURCES_RECORDED.reach();
    long clients = DeltaFolders.read(spark, table).count();
    return new DossierReport(
        rebuilt > 0 ? Mode.CHANGED : Mode.NONE,
        rebuilt,
        clients,
        DeltaFolders.version(spark, table));
  }

  private static int partitions(long rows) {
    return (int) Math.max(2, (rows + ROWS_PER_PARTITION - 1) / ROWS_PER_PARTITION);
  }

  /**
   * A session that aggregates sorted rows in their order, holding one client at a time; by default
   * Spark would hash them, all clients at once.
   */
  private static SparkSession sorting(SparkSession spark) {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.execution.useObjectHashAggregateExec", "false");
    own.conf().set("spark.sql.session.timeZone", "UTC");
    return own;
  }
}
