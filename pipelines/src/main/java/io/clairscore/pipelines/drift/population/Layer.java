package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.pipelines.features.Columns;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One table of a population: a row per client, or per row of a history.
 *
 * @param kind what the rows are: the name of a source table, or {@value #FEATURES}
 * @param rows the rows, with any columns besides
 * @param columns columns to profile, all of them in {@code rows}
 */
public record Layer(String kind, Dataset<Row> rows, List<ColumnSpec> columns) {
  public static final String FEATURES = "features";

  public Layer {
    columns = List.copyOf(columns);
  }

  /** The same rows, of which only these columns are compared. */
  Layer only(List<String> kept) {
    return new Layer(
        kind, rows, columns.stream().filter(column -> kept.contains(column.name())).toList());
  }

  public List<String> names() {
    return columns.stream().map(ColumnSpec::name).toList();
  }

  /** Whether rows name their client. */
  public boolean hasClients() {
    return Arrays.asList(rows.columns()).contains(Columns.CLIENT);
  }
}
