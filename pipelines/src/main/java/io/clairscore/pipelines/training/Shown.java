package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Some of the features of a vector.
 *
 * @param positions where they stand, ascending: the order of the vector stays
 */
record Shown(List<Integer> positions) implements Serializable {

  Shown {
    positions = List.copyOf(positions);
  }

  static Shown at(Collection<Integer> positions) {
    return new Shown(positions.stream().sorted().toList());
  }

  /** Those of some of as many names or signs as the vector is long. */
  <T> List<T> of(List<T> all) {
    return positions.stream().map(all::get).toList();
  }

  /** Rows whose vectors hold nothing else. */
  Dataset<Row> of(Dataset<Row> rows) {
    Column[] cells =
        positions.stream()
            .map(position -> col(Columns.FEATURES).getItem(position))
            .toArray(Column[]::new);
    return rows.withColumn(Columns.FEATURES, array(cells));
  }
}
