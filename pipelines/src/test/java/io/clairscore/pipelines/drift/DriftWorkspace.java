package io.clairscore.pipelines.drift;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.when;

import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.drift.population.EventSource;
import io.clairscore.pipelines.drift.population.PopulationSource;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.RawSchemas;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** A small workspace of applications and features, whose new clients may differ from the others. */
public record DriftWorkspace(SparkSession spark, Workspace workspace) {
  public static final int LABELLED = 1500;
  static final int NEW = 1200;
  static final LocalDate DATE = LocalDate.of(2026, 1, 5);

  /**
   * Writes the tables.
   *
   * @param shift added to EXT_SOURCE_1 of the new clients, in its standard deviation
   */
  public static DriftWorkspace of(SparkSession spark, Path root, double shift) {
    Workspace workspace = new Workspace(root);
    Dataset<Row> features =
        SyntheticClients.named(SyntheticClients.table(spark, LABELLED, NEW, 4, 1))
            .withColumn(
                "EXT_SOURCE_1",
                col("EXT_SOURCE_1")
                    .plus(when(col("TARGET").isNull(), shift).otherwise(0))
                    .cast(DataTypes.FloatType));
    SyntheticClients.save(features, workspace.features());
    // Read back: a generated column must not be generated anew.
    Dataset<Row> stored = spark.read().format("delta").load(workspace.features().toString());
    stored
        .select(applicationColumns())
        .write()
        .format("delta")
        .save(workspace.raw(Table.APPLICATION).toString());
    return new DriftWorkspace(spark, workspace);
  }

  private static Column[] applicationColumns() {
    Map<String, Column> known =
        Map.of(
            "SK_ID_CURR", col("SK_ID_CURR"),
            "TARGET", col("TARGET"),
            "EXT_SOURCE_1", col("EXT_SOURCE_1"),
            "EXT_SOURCE_3", col("EXT_SOURCE_3"),
            "DAYS_BIRTH", floor(col("DAYS_BIRTH").multiply(1000)),
            "AMT_CREDIT", when(rand(1).gt(0.2), floor(rand(2).multiply(1000))),
            "CODE_GENDER", when(rand(3).lt(0.6), "F").otherwise("M"),
            "DAYS_EMPLOYED",
                when(rand(4).lt(0.2), 365243).otherwise(floor(rand(5).multiply(-5000))));
    return Arrays.stream(RawSchemas.of(Table.APPLICATION).fields())
        .map(field -> column(field, known))
        .toArray(Column[]::new);
  }

  private static Column column(StructField field, Map<String, Column> known) {
    return known.getOrDefault(field.name(), lit(null)).cast(field.dataType()).as(field.name());
  }

  /** A job without the classifier between populations, which takes seconds, unless it is set. */
  public Job job(String... settings) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(
        spark, workspace, SyntheticClients.configuration(withDefaults(settings)), "drift", silent);
  }

  private static String[] withDefaults(String... settings) {
    return Stream.concat(Stream.of("drift.meaning.domainRows=0"), Arrays.stream(settings))
        .toArray(String[]::new);
  }

  /** The comparison that is made if nothing else is asked for. */
  static DriftRequest standard(Path model) {
    return request(model, null, null, null, DATE);
  }

  static DriftRequest request(
      Path model, Path reference, Path current, LocalDate currentDate, LocalDate date) {
    PopulationSource compared =
        current != null
            ? new PopulationSource.Rows(current)
            : currentDate != null
                ? new PopulationSource.ScoredOn(currentDate)
                : new PopulationSource.Unlabelled();
    return request(
        model,
        reference == null ? new PopulationSource.Labelled() : new PopulationSource.Rows(reference),
        compared,
        date);
  }

  /** The clients of one scoring date against those of another. */
  static DriftRequest between(
      Path model, LocalDate referenceDate, LocalDate currentDate, LocalDate date) {
    return request(
        model,
        new PopulationSource.ScoredOn(referenceDate),
        new PopulationSource.ScoredOn(currentDate),
        date);
  }

  /** The comparison with predictions that were served. */
  static DriftRequest served(Path model, EventSource events, LocalDate date) {
    return request(
        model, new PopulationSource.Labelled(), new PopulationSource.Served(events), date);
  }

  private static DriftRequest request(
      Path model, PopulationSource reference, PopulationSource current, LocalDate date) {
    return new DriftRequest(
        Optional.ofNullable(model),
        reference,
        current,
        date,
        "2026-01-05T06:00:00Z",
        "clairscore drift",
        List.of(Language.values()),
        Optional.empty());
  }
}
