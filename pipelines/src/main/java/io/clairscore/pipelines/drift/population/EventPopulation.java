package io.clairscore.pipelines.drift.population;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import io.clairscore.drift.verdict.Source;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.scorer.event.PredictionEvents;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Predictions that were served, as a population: a row per prediction, with the application as it
 * was sent and the vector the model saw.
 */
final class EventPopulation {
  private final SparkSession spark;
  private final List<String> features;
  private final String catalogueHash;

  /**
   * @param features names of the vector's numbers, in their order
   * @param catalogueHash hash of the catalogue they are of
   */
  EventPopulation(SparkSession spark, List<String> features, String catalogueHash) {
    this.spark = spark;
    this.features = List.copyOf(features);
    this.catalogueHash = catalogueHash;
  }

  /**
   * The population.
   *
   * @param segments columns of applications to put beside the features
   * @throws Refusal with DATA if the database cannot be read, or has no events, or events of other
   *     features
   */
  Cohort of(EventSource source, List<String> segments) {
    EventRange range = EventRange.of(source, catalogueHash, features.size());
    StructType schema = applications();
    Dataset<Row> events =
        rows(source, range).withColumn("application", from_json(col("application"), schema));
    List<String> names = List.of(schema.fieldNames());
    Source origin =
        new Source(
            PredictionEvents.TABLE,
            range.first() + " – " + range.last(),
            source.days().toString(),
            FileList.sha256(List.of(range.toString(), source.place())));
    return new Cohort(
        origin,
        List.of(
            new Layer(
                Table.APPLICATION.schema().name(),
                events.select(col("client").as(Columns.CLIENT), col("application.*")),
                Kinds.ofTable(Table.APPLICATION, names)),
            new Layer(
                Layer.FEATURES, events.select(vector(segments)), Kinds.ofFeatures(features))));
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

  private Column[] vector(List<String> segments) {
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

  /** In as many parts as there are cores, by identifier: the same parts each time. */
  private Dataset<Row> rows(EventSource source, EventRange range) {
    String table = "(" + PredictionEvents.rows(source.days(), range.last()) + ") AS events";
    int parts = Math.max(1, spark.sparkContext().defaultParallelism());
    return spark
        .read()
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
