package io.clairscore.pipelines.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.use.Profile;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One version of the Delta table {@code features}: SK_ID_CURR, TARGET (null for a new client), then
 * one float column per feature, in the order of the model's vector.
 *
 * @param rows the table at that version
 * @param version Delta version
 * @param names features in the order of the vector
 * @param catalogueHash hash of the catalogue that computed them
 */
public record FeatureTable(
    Dataset<Row> rows, long version, List<String> names, String catalogueHash) {
  /** Table property that names the catalogue. */
  public static final String CATALOGUE_HASH = "clairscore.catalogue";

  /** Table property that names the version of the dossiers. */
  static final String DOSSIERS = "clairscore.source.dossiers";

  public FeatureTable {
    names = List.copyOf(names);
  }

  /**
   * The newest version of the table.
   *
   * @throws Refusal if there is none
   */
  public static FeatureTable latest(SparkSession spark, Path path) {
    if (!DeltaFolders.exists(path)) {
      throw FeatureErrors.noTable(path);
    }
    long version = DeltaFolders.version(spark, path);
    Dataset<Row> rows = DeltaFolders.read(spark, path, version);
    List<String> names =
        Arrays.stream(rows.columns())
            .filter(name -> !name.equals(Columns.CLIENT) && !name.equals(Columns.TARGET))
            .toList();
    String hash = DeltaFolders.properties(spark, path).get(CATALOGUE_HASH);
    return new FeatureTable(rows, version, names, hash == null ? hashOf(names) : hash);
  }

  /** Version of the dossiers that a table of features was computed from, if it says so. */
  public static Optional<Long> sourceOf(SparkSession spark, Path path) {
    return Optional.ofNullable(DeltaFolders.properties(spark, path).get(DOSSIERS))
        .map(Long::valueOf);
  }

  /** The table with these features, in this order; all of them must be there. */
  public FeatureTable only(List<String> kept) {
    Column[] columns =
        Stream.concat(Stream.of(Columns.CLIENT, Columns.TARGET), kept.stream())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new);
    return new FeatureTable(rows.select(columns), version, kept, catalogueHash);
  }

  /** The table with the features a model of this profile may learn from. */
  public FeatureTable admitted(Profile profile) {
    return only(names.stream().filter(name -> admits(profile, name)).toList());
  }

  /** A feature that no catalogue computes is one that nobody has ruled about. */
  private static boolean admits(Profile profile, String name) {
    return Catalogue.core()
        .feature(name)
        .map(feature -> profile.admits(feature.ruling()))
        .orElse(true);
  }

  /** One row per client: SK_ID_CURR, TARGET, features ARRAY&lt;FLOAT&gt; with NaN for missing. */
  public Dataset<Row> vectors() {
    return rows.select(col(Columns.CLIENT), col(Columns.TARGET), vector().as(Columns.FEATURES));
  }

  /** Clients whose outcome is known. */
  public Dataset<Row> labelled() {
    return rows.filter(col(Columns.TARGET).isNotNull());
  }

  /** XGBoost takes one array column: an assembled vector would silently turn zeros to missing. */
  private Column vector() {
    Column missing = lit(Float.NaN);
    return array(names.stream().map(name -> coalesce(col(name), missing)).toArray(Column[]::new));
  }

  /** Stands for the catalogue where the table does not name one. */
  private static String hashOf(List<String> names) {
    return Sha256.of(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
  }
}
