package io.clairscore.pipelines.drift.population;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.udf;

import io.clairscore.drift.verdict.Source;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.scorer.event.PackedJson;
import io.clairscore.scorer.event.PackedVector;
import io.clairscore.scorer.event.PredictionEvents;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Predictions that were served, as a population: a row per prediction, with the application as it
 * was sent and the vector the model saw. A vector has the features of its model alone, so that no
 * other feature is compared.
 */
final class EventPopulation {
  /** Only Spark's names for the types: SQLite itself knows none of its own. */
  private static final String TYPES =
      "event_id LONG, client LONG, application BINARY, features BINARY";

  private final SparkSession spark;
  private final EventModels models;

  /**
   * @param models where the bundles are that say what the numbers of a vector are
   */
  EventPopulation(SparkSession spark, EventModels models) {
    this.spark = spark;
    this.models = models;
  }

  /**
   * The population.
   *
   * @param segments columns of applications to put beside the features
   * @throws Refusal with DATA if the database cannot be read, has no events or events of several
   *     models, or if the bundle of their model is not here
   */
  Cohort of(EventSource source, List<String> segments) {
    EventRange range = EventRange.of(source);
    List<String> features = models.features(range);
    StructType schema = applications();
    Dataset<Row> events =
        rows(source, range)
            .withColumn("client", coalesce(col("client"), negate(col("event_id"))))
            .withColumn("application", from_json(unpacked(col("application")), schema))
            .withColumn("features", vector(col("features")));
    return new Cohort(
        origin(source, range, features.size()),
        List.of(
            new Layer(
                Table.APPLICATION.schema().name(),
                events.select(col("client").as(Columns.CLIENT), col("application.*")),
                Kinds.ofTable(Table.APPLICATION, List.of(schema.fieldNames()))),
            new Layer(
                Layer.FEATURES,
                events.select(columns(features, segments)),
                Kinds.ofFeatures(features))));
  }

  private static Source origin(EventSource source, EventRange range, int features) {
    return new Source(
        PredictionEvents.TABLE.name(),
        "%d – %d, model %s, %d features"
            .formatted(range.first(), range.last(), range.run(), features),
        source.events().days().toString(),
        FileList.sha256(List.of(range.toString(), source.place())));
  }

  /** Cells as texts, as those of CSV files: what should be a number is told while it is scanned. */
  private static StructType applications() {
    StructType schema = new StructType();
    for (var column : Table.APPLICATION.schema().columns()) {
      if (column.role() == io.clairscore.features.schema.Column.Role.ATTRIBUTE) {
        schema = schema.add(column.name(), DataTypes.StringType);
      }
    }
    return schema;
  }

  private static Column unpacked(Column packed) {
    UDF1<byte[], String> unpack = PackedJson::unpack;
    return udf(unpack, DataTypes.StringType).apply(packed);
  }

  private static Column vector(Column packed) {
    UDF1<byte[], float[]> unpack = PackedVector::unpack;
    return udf(unpack, DataTypes.createArrayType(DataTypes.FloatType)).apply(packed);
  }

  private static Column[] columns(List<String> features, List<String> segments) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("client").as(Columns.CLIENT));
    for (int i = 0; i < features.size(); i++) {
      columns.add(col("features").getItem(i).as(features.get(i)));
    }
    for (String name : segments) {
      columns.add(col("application").getField(name).as(Segments.column(name)));
    }
    return columns.toArray(Column[]::new);
  }

  /** In as many parts as there are cores, by number: the same parts each time. */
  private Dataset<Row> rows(EventSource source, EventRange range) {
    String table = "(" + PredictionEvents.rows(source.events(), range.last()) + ") AS events";
    int parts = Math.max(1, spark.sparkContext().defaultParallelism());
    return spark
        .read()
        .option("customSchema", TYPES)
        .jdbc(
            source.url(),
            table,
            "event_id",
            range.first(),
            range.last() + 1,
            parts,
            source.properties());
  }
}
