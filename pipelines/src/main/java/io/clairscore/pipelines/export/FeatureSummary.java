package io.clairscore.pipelines.export;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many columns lie over some rows: values of each column at even ranks, every one of them if
 * there are no more than {@value #POINTS}. A quantile of summaries together is off by at most half
 * a point's share of the rows, 0.0005, wherever the rows are cut.
 *
 * @param points values by column, ascending
 * @param counts values that the points of a column stand for
 */
record FeatureSummary(float[][] points, int[] counts) implements Serializable {
  static final int POINTS = 1000;

  /** Values of many columns as they come, until they are summarised. */
  static final class Values {
    private final float[][] values;
    private final int[] counts;

    /** Room for so many values of each column. */
    Values(int columns, int room) {
      values = new float[columns][room];
      counts = new int[columns];
    }

    void add(int column, float value) {
      values[column][counts[column]++] = value;
    }

    /** The summary of what was added, which is then forgotten. */
    FeatureSummary summary() {
      float[][] points = new float[values.length][];
      for (int column = 0; column < points.length; column++) {
        Arrays.sort(values[column], 0, counts[column]);
        points[column] = evenly(values[column], counts[column]);
      }
      FeatureSummary summary = new FeatureSummary(points, counts.clone());
      Arrays.fill(counts, 0);
      return summary;
    }

    private static float[] evenly(float[] sorted, int count) {
      float[] points = new float[Math.min(count, POINTS)];
      for (int i = 0; i < points.length; i++) {
        points[i] = sorted[(int) ((i + 0.5) * count / points.length)];
      }
      return points;
    }
  }
}
