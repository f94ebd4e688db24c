package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Feature vectors on the driver, in the order of the clients.
 *
 * @param client SK_ID_CURR
 * @param target 1 for a default
 * @param rows one vector per client, NaN where a feature is missing or infinite
 */
public record ClientMatrix(int[] client, int[] target, float[][] rows) {

  /** All rows, or where there are more than the limit the first in their pseudo-random order. */
  public static ClientMatrix collect(Dataset<Row> rows, int limit) {
    Dataset<Row> kept =
        rows.count() <= limit ? rows : rows.orderBy(Columns.INNER, Columns.CLIENT).limit(limit);
    List<Row> packed =
        kept
            .select(col(Columns.CLIENT), col(Columns.TARGET), Vectors.packed(col(Columns.FEATURES)))
            .collectAsList()
            .stream()
            .sorted(Comparator.comparingInt(row -> row.getInt(0)))
            .toList();
    return new ClientMatrix(
        packed.stream().mapToInt(row -> row.getInt(0)).toArray(),
        packed.stream().mapToInt(row -> row.getInt(1)).toArray(),
        packed.stream().map(row -> known(row.getAs(2))).toArray(float[][]::new));
  }

  private static float[] known(byte[] packed) {
    float[] vector = Vectors.unpacked(packed);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.isFinite(vector[i]) ? vector[i] : Float.NaN;
    }
    return vector;
  }

  public int size() {
    return rows.length;
  }

  /** Number of features. */
  public int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /** Known values of a feature, ascending. */
  public float[] known(int feature) {
    float[] values = new float[rows.length];
    int known = 0;
    for (float[] row : rows) {
      if (!Float.isNaN(row[feature])) {
        values[known++] = row[feature];
      }
    }
    float[] sorted = Arrays.copyOf(values, known);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The clients who defaulted. */
  ClientMatrix defaulted() {
    int[] kept = IntStream.range(0, size()).filter(i -> target[i] == 1).toArray();
    return new ClientMatrix(
        IntStream.of(kept).map(i -> client[i]).toArray(),
        IntStream.of(kept).map(i -> target[i]).toArray(),
        IntStream.of(kept).mapToObj(i -> rows[i]).toArray(float[][]::new));
  }
}
