package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How well each feature alone parts defaults from the rest: its AUC, or that of its opposite. A
 * missing value counts as the lowest or the highest, whichever parts better, so that a leak through
 * missingness shows as well. Measured on at most {@value #CLIENTS} clients, whose vectors the
 * driver holds: enough for an alarm, the standard error of such an AUC being below 0.01.
 */
public final class FeatureAuc {
  static final int CLIENTS = 20_000;

  private FeatureAuc() {}

  /** AUC, 0.5 to 1, of each feature; NaN where a class is absent. */
  public static Map<String, Double> of(Dataset<Row> rows, List<String> names) {
    List<Row> sample =
        rows.orderBy(Columns.INNER, Columns.CLIENT)
            .limit(CLIENTS)
            .select(col(Columns.TARGET), Vectors.packed(col(Columns.FEATURES)))
            .collectAsList();
    int[] target = sample.stream().mapToInt(row -> row.getInt(0)).toArray();
    float[][] vectors =
        sample.stream().map(row -> Vectors.unpacked(row.getAs(1))).toArray(float[][]::new);
    Map<String, Double> aucs = new TreeMap<>();
    for (int feature = 0; feature < names.size(); feature++) {
      aucs.put(names.get(feature), auc(vectors, feature, target));
    }
    return aucs;
  }

  private static double auc(float[][] vectors, int feature, int[] target) {
    long[] keys = new long[target.length];
    long[] missing = new long[2];
    int present = 0;
    for (int i = 0; i < target.length; i++) {
      float value = vectors[i][feature];
      if (Float.isNaN(value)) {
        missing[target[i]]++;
      } else {
        keys[present++] = (long) ascending(value) << 1 | target[i];
      }
    }
    Arrays.sort(keys, 0, present);
    long[] known = new long[2];
    double won = 0;
    for (int next = 0; next < present; ) {
      long value = keys[next] >> 1;
      long[] equal = new long[2];
      for (; next < present && keys[next] >> 1 == value; next++) {
        equal[(int) (keys[next] & 1)]++;
      }
      won += equal[1] * (known[0] + equal[0] / 2.0);
      known[0] += equal[0];
      known[1] += equal[1];
    }
    double pairs = (double) (known[0] + missing[0]) * (known[1] + missing[1]);
    double ties = missing[0] * missing[1] / 2.0;
    double lowest = (won + (double) known[1] * missing[0] + ties) / pairs;
    double highest = (won + (double) missing[1] * known[0] + ties) / pairs;
    return Math.max(Math.max(lowest, 1 - lowest), Math.max(highest, 1 - highest));
  }

  /** Bits of a float that as integers have the order of the floats; both zeros are one value. */
  private static int ascending(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
  }
}
