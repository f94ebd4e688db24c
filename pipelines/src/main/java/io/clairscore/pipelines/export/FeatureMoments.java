package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.FeatureProfile;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Count, mean, squares and range of many columns at once, by Welford's recurrences. */
final class FeatureMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  private long rows;
  private final long[] count;
  private final double[] mean;
  private final double[] squares;
  private final double[] minimum;
  private final double[] maximum;

  FeatureMoments(int columns) {
    count = new long[columns];
    mean = new double[columns];
    squares = new double[columns];
    minimum = new double[columns];
    maximum = new double[columns];
    Arrays.fill(minimum, Double.POSITIVE_INFINITY);
    Arrays.fill(maximum, Double.NEGATIVE_INFINITY);
  }

  /** Takes in a row of floats; null and NaN are missing. */
  void add(Row row) {
    rows++;
    for (int i = 0; i < count.length; i++) {
      double value = row.isNullAt(i) ? Double.NaN : row.getFloat(i);
      if (!Double.isNaN(value)) {
        count[i]++;
        double distance = value - mean[i];
        mean[i] += distance / count[i];
        squares[i] += distance * (value - mean[i]);
        minimum[i] = Math.min(minimum[i], value);
        maximum[i] = Math.max(maximum[i], value);
      }
    }
  }

  /** The moments of these rows and of others together (Chan, Golub and LeVeque 1979). */
  FeatureMoments plus(FeatureMoments other) {
    FeatureMoments sum = new FeatureMoments(count.length);
    sum.rows = rows + other.rows;
    for (int i = 0; i < count.length; i++) {
      long n = count[i] + other.count[i];
      double distance = other.mean[i] - mean[i];
      double share = n == 0 ? 0 : (double) other.count[i] / n;
      sum.count[i] = n;
      sum.mean[i] = mean[i] + distance * share;
      sum.squares[i] = squares[i] + other.squares[i] + distance * distance * count[i] * share;
      sum.minimum[i] = Math.min(minimum[i], other.minimum[i]);
      sum.maximum[i] = Math.max(maximum[i], other.maximum[i]);
    }
    return sum;
  }

  FeatureProfile profile(int i, String feature, Map<String, Double> quantiles) {
    boolean known = count[i] > 0;
    return new FeatureProfile(
        feature,
        count[i],
        rows - count[i],
        known ? mean[i] : null,
        count[i] > 1 ? Math.sqrt(squares[i] / (count[i] - 1)) : null,
        known ? minimum[i] : null,
        known ? maximum[i] : null,
        quantiles);
  }
}
