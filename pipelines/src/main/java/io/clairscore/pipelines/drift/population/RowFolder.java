package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.verdict.Source;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A population outside of the workspace's tables: a Delta table, or CSV files, whose columns are
 * those of a source table or of the features, all or some of them.
 */
final class RowFolder {
  private final SparkSession spark;
  private final List<String> features;

  /**
   * @param features names of all features there are
   */
  RowFolder(SparkSession spark, List<String> features) {
    this.spark = spark;
    this.features = List.copyOf(features);
  }

  /**
   * The population of a folder or file.
   *
   * @throws Refusal with DATA if it cannot be read or has another schema
   */
  Cohort population(Path place) {
    String name = place.toAbsolutePath().normalize().getFileName().toString();
    if (DeltaFolders.exists(place)) {
      Dataset<Row> rows = DeltaFolders.read(spark, place);
      String version = Long.toString(DeltaFolders.version(spark, place));
      Source source = new Source(name, version, "", FileList.hash(List.of(rows)));
      return new Cohort(source, List.of(layer(place, rows)));
    }
    CsvFiles files = CsvFiles.of(place);
    Source source = new Source(name, "", "", files.hash());
    return new Cohort(source, List.of(layer(place, files.rows(spark))));
  }

  private Layer layer(Path place, Dataset<Row> rows) {
    Set<String> columns = new LinkedHashSet<>(Arrays.asList(rows.columns()));
    Optional<Table> table = Kinds.table(columns);
    if (table.isPresent()) {
      String kind = table.get().schema().name();
      return new Layer(kind, rows, Kinds.ofTable(table.get(), columns));
    }
    Set<String> unknown = new LinkedHashSet<>(columns);
    unknown.removeAll(Set.of(Columns.CLIENT, Columns.TARGET));
    unknown.removeAll(Set.copyOf(features));
    if (unknown.isEmpty()) {
      // In the order of the vector, so that they can be scored if they are complete.
      List<String> present = new ArrayList<>(features);
      present.retainAll(columns);
      List<ColumnSpec> specs = Kinds.ofFeatures(present);
      return new Layer(Layer.FEATURES, rows, specs);
    }
    throw PopulationErrors.unknownSchema(place, fewestUnknown(columns, unknown));
  }

  private static Set<String> fewestUnknown(Set<String> columns, Set<String> unknown) {
    Set<String> fewest = unknown;
    for (Table table : Table.values()) {
      Set<String> others = new LinkedHashSet<>(columns);
      others.removeAll(Kinds.names(table));
      fewest = others.size() < fewest.size() ? others : fewest;
    }
    return fewest;
  }
}
