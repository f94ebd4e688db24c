package io.clairscore.pipelines.features;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.dossiers.SourceVersions;
import io.clairscore.pipelines.run.CrashMoment;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.StorageFailure;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the feature table up to date with the dossiers: all clients the first time or when the
 * catalogue changed, later the clients whose dossier changed, or those asked for.
 */
public final class FeatureStep {
  private static final String CATALOGUE = "clairscore.catalogue";
  private static final String DOSSIERS = "clairscore.source.dossiers";

  /** Above this share of clients computing all costs less than a merge. */
  private static final double REBUILD_SHARE = 0.5;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Computes what is missing.
   *
   * @throws Refusal if there are no dossiers, or the table cannot be written
   */
  public FeatureReport run(Job job) {
    return once(job, "features", Set.of(), () -> update(job));
  }

  /**
   * Computes the features of some clients again.
   *
   * @param clients identifiers; those without dossier are told and left out
   * @throws Refusal also if there is no feature table of this catalogue
   */
  public FeatureReport run(Job job, Set<Integer> clients) {
    return once(job, "features-of-clients", clients, () -> updateClients(job, clients));
  }

  private static FeatureReport once(
      Job job, String step, Set<Integer> clients, Supplier<FeatureReport> work) {
    Path dossiers = job.workspace().dossiers();
    if (!DeltaFolders.exists(dossiers)) {
      throw FeatureErrors.noDossiers(dossiers);
    }
    String input = sources(job.spark(), dossiers) + " " + new TreeSet<>(clients);
    try {
      JsonNode report =
          new RunJournal(job.workspace(), job.runId())
              .once(step, input, () -> JSON.valueToTree(work.get()));
      return JSON.convertValue(report, FeatureReport.class);
    } catch (RuntimeException e) {
      throw StorageFailure.explain(job.workspace().features(), e);
    }
  }

  private static FeatureReport update(Job job) {
    CrashMoment.FEATURES_BEGUN.reach();
    SparkSession spark = wide(job.spark());
    Path table = job.workspace().features();
    Path dossiers = job.workspace().dossiers();
    Map<String, String> sources = sources(spark, dossiers);
    Map<String, String> recorded =
        DeltaFolders.exists(table) ? DeltaFolders.properties(spark, table) : Map.of();
    if (recorded.entrySet().containsAll(sources.entrySet())) {
      return report(spark, table, 0);
    }
    if (!Catalogue.core().hash().equals(recorded.get(CATALOGUE))) {
      return computeAll(spark, dossiers, table, sources);
    }
    long from = Long.parseLong(recorded.get(DOSSIERS)) + 1;
    long to = Long.parseLong(sources.get(DOSSIERS));
    if (from > to) {
      return computeAll(spark, dossiers, table, sources);
    }
    Dataset<Row> changed = changed(spark, dossiers, from, to);
    if (changed.count() > DeltaFolders.read(spark, table).count() * REBUILD_SHARE) {
      return computeAll(spark, dossiers, table, sources);
    }
    long computed = merge(spark, table, current(spark, dossiers, to), changed);
    // After the rows: cut off in between, the same clients are merged once more, to the same end.
    DeltaFolders.setProperties(spark, table, sources);
    CrashMoment.FEATURES_SOURCES_RECORDED.reach();
    return report(spark, table, computed);
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

  private static FeatureReport updateClients(Job job, Set<Integer> clients) {
    SparkSession spark = job.spark();
    Path table = job.workspace().features();
    if (!DeltaFolders.exists(table)) {
      throw FeatureErrors.noFeatures(table);
    }
    if (!Catalogue.core().hash().equals(DeltaFolders.properties(spark, table).get(CATALOGUE))) {
      throw FeatureErrors.otherCatalogue();
    }
    Dataset<Row> dossiers =
        DeltaFolders.read(spark, job.workspace().dossiers())
            .filter(col("SK_ID_CURR").isInCollection(clients));
    long known = dossiers.select("SK_ID_CURR").count();
    if (known == 0) {
      throw FeatureErrors.noSuchClients(clients.size());
    }
    if (known < clients.size()) {
      job.progress().say((clients.size() - known) + " of the clients asked for have no dossier");
    }
    return report(spark, table, merge(spark, table, dossiers, null));
  }

  private static FeatureReport computeAll(
      SparkSession spark, Path dossiers, Path table, Map<String, String> sources) {
    Dataset<Row> all = current(spark, dossiers, Long.parseLong(sources.get(DOSSIERS)));
    var writer = FeatureRows.of(spark, all).writeTo(DeltaFolders.sql(table)).using("delta");
    for (var property : sources.entrySet()) {
      writer = writer.tableProperty(property.getKey(), property.getValue());
    }
    // Rows and properties are one commit.
    writer.createOrReplace();
    CrashMoment.FEATURES_TABLE_WRITTEN.reach();
    return report(spark, table, DeltaFolders.read(spark, table).count());
  }

  private static long merge(
      SparkSession spark, Path table, Dataset<Row> dossiers, Dataset<Row> clients) {
    Dataset<Row> wanted =
        clients == null
            ? dossiers
            : dossiers.join(
                clients, dossiers.col("SK_ID_CURR").equalTo(clients.col("_client")), "left_semi");
    Dataset<Row> rows = FeatureRows.of(spark, wanted).cache();
    try {
      long count = rows.count();
      if (count > 0) {
        DeltaTable.forPath(spark, table.toString())
            .as("t")
            .merge(rows.as("s"), "t.SK_ID_CURR = s.SK_ID_CURR")
            .whenMatched()
            .updateAll()
            .whenNotMatched()
            .insertAll()
            .execute();
      }
      CrashMoment.FEATURES_CHANGES_MERGED.reach();
      return count;
    } finally {
      rows.unpersist();
    }
  }

  private static Dataset<Row> changed(SparkSession spark, Path dossiers, long from, long to) {
    return spark
        .read()
        .format("delta")
        .option("readChangeFeed", "true")
        .option("startingVersion", from)
        .option("endingVersion", to)
        .load(dossiers.toString())
        .select(col("SK_ID_CURR").as("_client"))
        .distinct();
  }

  private static Dataset<Row> current(SparkSession spark, Path dossiers, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(dossiers.toString());
  }

  private static FeatureReport report(SparkSession spark, Path table, long computed) {
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
    properties.put(CATALOGUE, Catalogue.core().hash());
    properties.put(DOSSIERS, Long.toString(DeltaFolders.version(spark, dossiers)));
    return properties;
  }
}
