package io.clairscore.pipelines.dossiers;

import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.dossiers.DossierReport.Mode;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the dossier table up to date with the raw tables: all dossiers the first time, later those
 * of changed clients. The properties of the table say which versions of the raw tables it holds.
 */
public final class DossierStep {
  /** Rows of one partition: some hundred megabytes while they are being sorted. */
  private static final long ROWS_PER_PARTITION = 1_500_000;

  private final SparkSession spark;
  private final Progress progress;
  private final Path table;
  private final SourceVersions sources;
  private final RawTables raw;

  private DossierStep(Job job, SourceVersions sources) {
    this.spark = sorting(job.spark());
    this.progress = job.progress();
    this.table = job.workspace().dossiers();
    this.sources = sources;
    this.raw = new RawTables(spark, job.workspace(), sources);
  }

  /**
   * Builds what is missing.
   *
   * @throws Refusal if there are no applications, or the table cannot be written
   */
  public static DossierReport run(Job job) {
    if (!DeltaFolders.exists(job.workspace().raw(Table.APPLICATION))) {
      throw DossierErrors.noApplications(job.workspace().raw(Table.APPLICATION));
    }
    SourceVersions sources = SourceVersions.current(job.spark(), job.workspace());
    return job.once(
        "dossiers",
        sources.properties().toString(),
        job.workspace().dossiers(),
        DossierReport.class,
        () -> new DossierStep(job, sources).update());
  }

  private DossierReport update() {
    CrashPoint.reach("dossiers.begun");
    long clients = raw.rows(Table.APPLICATION).count();
    if (!DeltaFolders.exists(table)) {
      return buildAll(clients);
    }
    SourceVersions recorded = SourceVersions.recorded(DeltaFolders.properties(spark, table));
    if (recorded.equals(sources)) {
      return report(Mode.NONE, 0, clients);
    }
    Dataset<Row> changed = new ChangedClients(raw, recorded, sources).find().cache();
    try {
      long count = changed.count();
      return DeltaFolders.cheaperToReplace(count, clients)
          ? buildAll(clients)
          : merge(changed, count);
    } finally {
      changed.unpersist();
    }
  }

  private DossierReport buildAll(long clients) {
    progress.expect(clients, "clients");
    Dataset<Row> dossiers = new DossierBuild(raw, partitions(raw.count())).dossiers(null);
    Map<String, String> properties = new TreeMap<>(sources.properties());
    properties.put("delta.enableChangeDataFeed", "true");
    DeltaFolders.replace(table, dossiers, properties);
    CrashPoint.reach("dossiers.table-written");
    return report(Mode.ALL, clients, clients);
  }

  private DossierReport merge(Dataset<Row> changed, long count) {
    Dataset<Row> dossiers = new DossierBuild(raw, partitions(count * 200)).dossiers(changed);
    long rebuilt = dossiers.count();
    if (rebuilt > 0) {
      DeltaFolders.merge(spark, table, dossiers, "SK_ID_CURR");
    }
    CrashPoint.reach("dossiers.changes-merged");
    // After the rows: cut off in between, the same clients are merged once more, to the same end.
    DeltaFolders.setProperties(spark, table, sources.properties());
    CrashPoint.reach("dossiers.sources-recorded");
    long clients = DeltaFolders.read(spark, table).count();
    return report(rebuilt > 0 ? Mode.CHANGED : Mode.NONE, rebuilt, clients);
  }

  private DossierReport report(Mode mode, long rebuilt, long clients) {
    return new DossierReport(mode, rebuilt, clients, DeltaFolders.version(spark, table));
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
