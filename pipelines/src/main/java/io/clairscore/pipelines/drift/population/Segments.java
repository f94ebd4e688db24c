package io.clairscore.pipelines.drift.population;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.features.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts the columns that divide the clients beside the features they are scored by.
 *
 * @param columns of applications
 */
public record Segments(List<String> columns) {
  /** Applications of more clients are not sent to every machine: 2 million need some 200 MB. */
  private static final long MOST_SENT = 2_000_000;

  public Segments {
    columns = List.copyOf(columns);
  }

  /** Name of a segment column beside features, where it may not be taken for one of these. */
  public static String column(String name) {
    return "(segment) " + name;
  }

  /** Those of the columns that a population has. */
  public Segments of(Cohort population) {
    List<String> known =
        population
            .layer(Table.APPLICATION.schema().name())
            .filter(Layer::hasClients)
            .map(layer -> Arrays.asList(layer.rows().columns()))
            .orElse(List.of());
    return new Segments(columns.stream().filter(known::contains).toList());
  }

  /**
   * The features, and the segments of the same clients.
   *
   * @param clients number of clients; the order of the rows stays that of the features if they are
   *     few enough
   */
  public Layer beside(Layer features, Cohort population, long clients) {
    List<String> present = Arrays.asList(features.rows().columns());
    if (columns.stream().allMatch(name -> present.contains(column(name)))) {
      return features;
    }
    Column[] chosen =
        Stream.concat(
                Stream.of(col(Columns.CLIENT)),
                columns.stream().map(name -> col(name).as(column(name))))
            .toArray(Column[]::new);
    Dataset<Row> values =
        population.layer(Table.APPLICATION.schema().name()).orElseThrow().rows().select(chosen);
    return new Layer(
        features.kind(),
        features
            .rows()
            .join(
                clients <= MOST_SENT ? broadcast(values) : values,
                new String[] {Columns.CLIENT},
                "left"),
        features.columns());
  }
}
