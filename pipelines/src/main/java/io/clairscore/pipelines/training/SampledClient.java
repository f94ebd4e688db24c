package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A training client in memory.
 *
 * @param id SK_ID_CURR
 * @param vector feature vector
 */
record SampledClient(int id, float[] vector) {

  /** The first so many clients in the pseudo-random order of the training table. */
  static List<SampledClient> first(int most, Dataset<Row> training) {
    return training
        .select(Columns.CLIENT, Columns.INNER, Columns.FEATURES)
        .orderBy(Columns.INNER, Columns.CLIENT)
        .limit(most)
        .select(col(Columns.CLIENT), Vectors.packed(col(Columns.FEATURES)))
        .collectAsList()
        .stream()
        .map(row -> new SampledClient(row.getInt(0), Vectors.unpacked(row.getAs(1))))
        .toList();
  }
}
