package io.clairscore.pipelines.drift.scan;

import io.clairscore.drift.profile.ColumnProfile;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.drift.population.Segments;
import io.clairscore.pipelines.features.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The profile of a population, and what the model makes of it. Each table is read once.
 *
 * @param profile columns of all tables. A feature with the name of a source column is that column,
 *     and stands once, as the source has it
 * @param tally the scores, if the population was scored
 */
public record PopulationScan(PopulationProfile profile, Optional<ScoreTally> tally) {

  /**
   * Scans the layers of these kinds.
   *
   * @param scoring how clients are scored; of the features only
   * @throws Refusal with DATA if there are no rows, if a number cannot be read, or if the tables do
   *     not hold the same clients
   */
  public static PopulationScan of(
      Cohort population, List<String> kinds, Optional<Scoring> scoring) {
    Map<String, ColumnProfile> columns = new LinkedHashMap<>();
    Optional<ScoreTally> tally = Optional.empty();
    long rows = -1;
    for (String kind : kinds) {
      Layer layer = population.layer(kind).orElseThrow();
      Scan scan;
      if (scoring.isPresent() && kind.equals(Layer.FEATURES)) {
        long clients = rows < 0 ? layer.rows().count() : rows;
        Scoring how = scoring.get().of(clients);
        Segments segments = new Segments(how.segments());
        scan = scan(segments.beside(layer, population, clients), Optional.of(how));
      } else {
        scan = scan(layer, Optional.empty());
      }
      if (!scan.unreadable().isEmpty()) {
        throw ScanErrors.notNumbers(population.source().name(), scan.unreadable());
      }
      if (scan.profile().rows() == 0) {
        throw ScanErrors.nobody(population.source().name(), kind);
      }
      if (rows >= 0 && rows != scan.profile().rows()) {
        throw ScanErrors.otherClients(population.source().name(), rows, scan.profile().rows());
      }
      rows = scan.profile().rows();
      scan.profile().columns().forEach(columns::putIfAbsent);
      tally = tally.or(scan::tally);
    }
    return new PopulationScan(new PopulationProfile(rows, columns), tally);
  }

  /** The rows of a layer, in one pass. */
  static Scan scan(Layer layer, Optional<Scoring> scoring) {
    Column[] columns =
        Stream.concat(layer.names().stream(), scoring.stream().flatMap(PopulationScan::besides))
            .map(name -> functions.col("`" + name + "`"))
            .toArray(Column[]::new);
    ScanTask task = new ScanTask(layer.columns(), limits(layer), scoring.orElse(null));
    Dataset<Row> rows = layer.rows().select(columns);
    // As many profiles as cores, not as files: each of them may take hundreds of megabytes.
    int cores = Math.max(1, rows.sparkSession().sparkContext().defaultParallelism());
    JavaRDD<byte[]> scans = rows.coalesce(cores).javaRDD().mapPartitionsWithIndex(task, false);
    if (scans.getNumPartitions() == 0) {
      return task.scan(0, List.<Row>of().iterator());
    }
    return Scan.of(scans.treeReduce((a, b) -> Scan.of(a).plus(Scan.of(b)).bytes(), 2));
  }

  private static Stream<String> besides(Scoring scoring) {
    return Stream.concat(
        Stream.of(Columns.CLIENT), scoring.segments().stream().map(Segments::column));
  }

  /** Exact for source columns of up to 131,072 values; hundreds of features need less memory. */
  private static ProfileLimits limits(Layer layer) {
    return layer.kind().equals(Layer.FEATURES) ? ProfileLimits.WIDE : ProfileLimits.STANDARD;
  }
}
