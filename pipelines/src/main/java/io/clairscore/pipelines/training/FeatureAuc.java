package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How well each feature alone parts defaults from the rest: its AUC, or that of its opposite. A
 * missing value counts as the lowest or the highest, whichever parts better, so that a leak through
 * missingness shows as well. Measured on at most {@value #CLIENTS} clients, whose vectors the
 * driver holds: enough for an alarm, the standard error of such an AUC being below 0.01.
 */
final class FeatureAuc {
  static final int CLIENTS = 20_000;

  private FeatureAuc() {}

  /** AUC, 0.5 to 1, of each feature; NaN where a class is absent. */
  static Map<String, Double> of(Dataset<Row> rows, List<String> names) {
    List<Row> sample =
        rows.orderBy(Columns.INNER, Columns.CLIENT)
            .limit(CLIENTS)
            .select(col(Columns.TARGET), col(Columns.FEATURES))
            .collectAsList();
    int[] target = sample.stream().mapToInt(row -> row.getInt(0)).toArray();
    float[][] vectors =
        sample.stream().map(row -> Vectors.floats(row.getList(1))).toArray(float[][]::new);
    Map<String, Double> aucs = new TreeMap<>();
    for (int feature = 0; feature < names.size(); feature++) {
      int at = feature;
      double lowest = auc(vectors, at, target, Double.NEGATIVE_INFINITY);
      boolean missing =
          IntStream.range(0, target.length).anyMatch(i -> Float.isNaN(vectors[i][at]));
      double highest = missing ? auc(vectors, at, target, Double.POSITIVE_INFINITY) : lowest;
      aucs.put(names.get(feature), Math.max(lowest, highest));
    }
    return aucs;
  }

  private static double auc(float[][] vectors, int at, int[] target, double missing) {
    double[] values = new double[vectors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(vectors[i][at]) ? missing : vectors[i][at];
    }
    int[] once = IntStream.range(0, target.length).map(i -> 1).toArray();
    double auc = new RankedScores(values, target).auc(once);
    return Math.max(auc, 1 - auc);
  }
}
