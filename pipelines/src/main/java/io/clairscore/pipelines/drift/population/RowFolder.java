package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.verdict.Source;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.CsvHeader;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.ingest.FileCounts;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
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
      return new Cohort(source, List.of(layer(place, rows, RowFolder::unknown)));
    }
    CsvFiles files = CsvFiles.of(place);
    Layer layer =
        layer(place, files.rows(spark), (names, expected) -> unknown(files.header(), expected));
    List<FileCounts> counts = files.counted(name);
    return new Cohort(new Source(name, "", "", files.hash()), List.of(layer), counts);
  }

  private Layer layer(
      Path place, Dataset<Row> rows, BiFunction<List<String>, Set<String>, String> unknown) {
    List<String> columns = List.of(rows.columns());
    Optional<Table> table = Kinds.table(columns);
    if (table.isPresent()) {
      String kind = table.get().schema().name();
      return new Layer(kind, rows, Kinds.ofTable(table.get(), columns));
    }
    Set<String> all = new LinkedHashSet<>(features);
    all.addAll(List.of(Columns.CLIENT, Columns.TARGET));
    if (all.containsAll(columns)) {
      // In the order of the vector, so that they can be scored if they are complete.
      List<String> present = new ArrayList<>(features);
      present.retainAll(Set.copyOf(columns));
      List<ColumnSpec> specs = Kinds.ofFeatures(present);
      return new Layer(Layer.FEATURES, rows, specs);
    }
    throw PopulationErrors.unknownSchema(place, unknown.apply(columns, bestFit(columns, all)));
  }

  /** The names of the table, or of the features, that know most of these columns. */
  private static Set<String> bestFit(List<String> columns, Set<String> all) {
    return Stream.concat(Stream.of(all), Arrays.stream(Table.values()).map(Kinds::names))
        .max(Comparator.comparingLong(names -> columns.stream().filter(names::contains).count()))
        .orElseThrow();
  }

  private static String unknown(List<String> columns, Set<String> expected) {
    return CsvErrors.names(columns.stream().filter(name -> !expected.contains(name)).toList());
  }

  private static String unknown(CsvHeader header, Set<String> expected) {
    if (header.namesNone(expected)) {
      throw CsvErrors.noNames(header.file(), header.names().size());
    }
    return header.unknown(expected);
  }
}
