package io.clairscore.pipelines.features;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.files.CrashPoint;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.dossiers.SourceVersions;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the feature table up to date with the dossiers: all clients the first time or when the
 * catalogue changed, later the clients whose dossier changed, or those asked for.
 */
public final class FeatureStep {
  private static final String DOSSIERS = FeatureTable.DOSSIERS;
  private static final String CLIENT = Columns.CLIENT;
  private static final String CHANGED = "_changed";

  private final Job job;
  private final SparkSession spark;
  private final Path table;
  private final Path dossiers;
  private final Map<String, String> sources;

  private FeatureStep(Job job, Map<String, String> sources) {
    this.job = job;
    this.spark = wide(job.spark());
    this.table = job.workspace().features();
    this.dossiers = job.workspace().dossiers();
    this.sources = sources;
  }

  /**
   * Computes what is missing, or what was asked for.
   *
   * @throws Refusal if there are no dossiers, the table cannot be written, or there is no table of
   *     this catalogue in which to replace some clients
   */
  public static FeatureReport run(Job job, FeatureRequest request) {
    Path dossiers = job.workspace().dossiers();
    if (!DeltaFolders.exists(dossiers)) {
      throw FeatureErrors.noDossiers(dossiers);
    }
    Map<String, String> sources = sources(job.spark(), dossiers);
    Set<Integer> clients = request.clients();
    return job.once(
        clients.isEmpty() ? "features" : "features-of-clients",
        sources + " " + new TreeSet<>(clients),
        job.workspace().features(),
        FeatureReport.class,
        () -> {
          FeatureStep step = new FeatureStep(job, sources);
          return clients.isEmpty() ? step.update() : step.update(clients);
        });
  }

  private FeatureReport update() {
    CrashPoint.reach("features.begun");
    Map<String, String> recorded =
        DeltaFolders.exists(table) ? DeltaFolders.properties(spark, table) : Map.of();
    if (recorded.entrySet().containsAll(sources.entrySet())) {
      return report(0);
    }
    long to = Long.parseLong(sources.get(DOSSIERS));
    Dataset<Row> all = DeltaFolders.read(spark, dossiers, to);
    if (!Catalogue.core().hash().equals(recorded.get(FeatureTable.CATALOGUE_HASH))) {
      return computeAll(all);
    }
    long from = Long.parseLong(recorded.get(DOSSIERS)) + 1;
    if (from > to) {
      return computeAll(all);
    }
    Dataset<Row> changed =
        DeltaFolders.changes(spark, dossiers, from, to).select(col(CLIENT).as(CHANGED)).distinct();
    if (DeltaFolders.cheaperToReplace(changed.count(), DeltaFolders.read(spark, table).count())) {
      return computeAll(all);
    }
    long computed =
        merge(all.join(changed, all.col(CLIENT).equalTo(changed.col(CHANGED)), "left_semi"));
    // After the rows: cut off in between, the same clients are merged once more, to the same end.
    DeltaFolders.setProperties(spark, table, sources);
    CrashPoint.reach("features.sources-recorded");
    return report(computed);
  }

  /**
   * A session for wide rows. Their columns are read in batches, however many there are. Numbers are
   * written without a dictionary per column: most hardly repeat, and 741 hash tables do not fit a
   * processor's cache. Nobody looks for rows by other columns than the first.
   */
  private static SparkSession wide(SparkSession spark) {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.codegen.maxFields", "100000");
    own.conf().set("parquet.enable.dictionary", "false");
    own.conf().set("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "1");
    return own;
  }

  private FeatureReport update(Set<Integer> clients) {
    if (!DeltaFolders.exists(table)) {
      throw FeatureErrors.noFeatures(table);
    }
    String catalogue = DeltaFolders.properties(spark, table).get(FeatureTable.CATALOGUE_HASH);
    if (!Catalogue.core().hash().equals(catalogue)) {
      throw FeatureErrors.otherCatalogue();
    }
    Dataset<Row> asked =
        DeltaFolders.read(spark, dossiers).filter(col(CLIENT).isInCollection(clients));
    long known = asked.select(CLIENT).count();
    if (known == 0) {
      throw FeatureErrors.noSuchClients(clients.size());
    }
    if (known < clients.size()) {
      job.progress().say((clients.size() - known) + " of the clients asked for have no dossier");
    }
    return report(merge(asked));
  }

  private FeatureReport computeAll(Dataset<Row> all) {
    job.progress().expect(all.count(), "clients");
    DeltaFolders.replace(table, FeatureRows.of(spark, all), sources);
    CrashPoint.reach("features.table-written");
    return report(DeltaFolders.read(spark, table).count());
  }

  private long merge(Dataset<Row> wanted) {
    Dataset<Row> rows = FeatureRows.of(spark, wanted).cache();
    try {
      long count = rows.count();
      if (count > 0) {
        DeltaFolders.merge(spark, table, rows, CLIENT);
      }
      CrashPoint.reach("features.changes-merged");
      return count;
    } finally {
      rows.unpersist();
    }
  }

  private FeatureReport report(long computed) {
    return new FeatureReport(
        computed,
        DeltaFolders.read(spark, table).count(),
        Catalogue.core().size(),
        DeltaFolders.version(spark, table));
  }

  /** Everything the features depend on, as table properties. */
  private static Map<String, String> sources(SparkSession spark, Path dossiers) {
    Map<String, String> properties =
        new TreeMap<>(
            SourceVersions.recorded(DeltaFolders.properties(spark, dossiers)).properties());
    properties.put(FeatureTable.CATALOGUE_HASH, Catalogue.core().hash());
    properties.put(DOSSIERS, Long.toString(DeltaFolders.version(spark, dossiers)));
    return properties;
  }
}
