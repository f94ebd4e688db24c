package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.clairscore.pipelines.features.Columns;
import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Synthetic minority over-sampling (Chawla et al. 2002): new defaults on the segments between a
 * default and one of its nearest neighbours among the defaults. Distances are Euclidean between
 * features on the scale of their standard deviation, a missing value counting as the mean. A
 * feature that either end misses stays as the first end has it.
 *
 * @param defaulted vectors of the defaults
 * @param neighbours for each default, its nearest others, the nearest first
 * @param seed seed of the draws
 */
record Smote(float[][] defaulted, int[][] neighbours, long seed) implements Serializable {
  static final Column[] COLUMNS = {
    col(Columns.CLIENT), col(Columns.TARGET), col(Columns.INNER), col(Columns.FEATURES)
  };

  private static final int PARTITIONS = 4;

  static Smote of(ClientMatrix defaulted, int neighbours, long seed) {
    float[][] scaled = scaled(defaulted);
    int[][] nearest =
        IntStream.range(0, scaled.length)
            .parallel()
            .mapToObj(i -> nearest(scaled, i, Math.min(neighbours, scaled.length - 1)))
            .toArray(int[][]::new);
    return new Smote(defaulted.rows(), nearest, seed);
  }

  private static float[][] scaled(ClientMatrix clients) {
    float[][] scaled = new float[clients.size()][clients.width()];
    for (int feature = 0; feature < clients.width(); feature++) {
      float[] known = clients.known(feature);
      double mean = mean(known, 0, 1);
      double deviation = Math.sqrt(mean(known, mean, 2));
      for (int i = 0; i < scaled.length; i++) {
        float value = clients.rows()[i][feature];
        scaled[i][feature] =
            Float.isNaN(value) || !(deviation > 0) ? 0 : (float) ((value - mean) / deviation);
      }
    }
    return scaled;
  }

  private static double mean(float[] values, double center, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value - center, power);
    }
    return sum / values.length;
  }

  private static int[] nearest(float[][] scaled, int of, int count) {
    int[] nearest = new int[count];
    double[] distances = new double[count];
    int found = 0;
    for (int other = 0; other < scaled.length; other++) {
      if (other == of) {
        continue;
      }
      double distance = squaredDistance(scaled[of], scaled[other]);
      if (found == count && (count == 0 || distance >= distances[count - 1])) {
        continue;
      }
      int place = found < count ? found++ : count - 1;
      for (; place > 0 && distances[place - 1] > distance; place--) {
        distances[place] = distances[place - 1];
        nearest[place] = nearest[place - 1];
      }
      distances[place] = distance;
      nearest[place] = other;
    }
    return nearest;
  }

  private static float squaredDistance(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      float gap = a[i] - b[i];
      sum += gap * gap;
    }
    return sum;
  }

  /** The vector of one new default; the same number gives the same vector. */
  float[] vector(long number) {
    int first = (int) (number % defaulted.length);
    float[] start = defaulted[first];
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    if (neighbours[first].length == 0) {
      return start;
    }
    float[] end = defaulted[neighbours[first][random.nextInt(neighbours[first].length)]];
    float way = (float) random.nextDouble();
    float[] between = new float[start.length];
    for (int i = 0; i < between.length; i++) {
      boolean known = !Float.isNaN(start[i]) && !Float.isNaN(end[i]);
      between[i] = known ? start[i] + way * (end[i] - start[i]) : start[i];
    }
    return between;
  }

  /** So many new defaults, numbered below zero where clients are numbered above. */
  Dataset<Row> rows(SparkSession spark, long count) {
    UDF1<Long, float[]> vector = this::vector;
    return spark
        .range(0, Math.max(0, count), 1, PARTITIONS)
        .select(
            col("id").plus(1).unary_$minus().cast("int").as(Columns.CLIENT),
            lit(1).as(Columns.TARGET),
            col("id").as(Columns.INNER),
            udf(vector, DataTypes.createArrayType(DataTypes.FloatType))
                .apply(col("id"))
                .as(Columns.FEATURES));
  }
}
