package io.clairscore.pipelines.study.explanation;

import java.util.Arrays;

/**
 * The known values of a feature in intervals of about as many clients each, or of one value each
 * where there are few values.
 *
 * @param upTo largest value of each interval, ascending
 * @param from smallest value of each interval
 * @param middle median value of each interval
 */
record Intervals(float[] upTo, float[] from, float[] middle) {

  /**
   * Divides values.
   *
   * @param known values, ascending
   * @param most how many intervals there may be
   */
  static Intervals of(float[] known, int most) {
    if (known.length == 0) {
      return new Intervals(new float[0], new float[0], new float[0]);
    }
    float[] upTo = distinct(known);
    if (upTo.length > most) {
      float[] cuts = new float[most];
      for (int i = 0; i < most; i++) {
        cuts[i] = known[(int) ((long) (i + 1) * known.length / most) - 1];
      }
      upTo = distinct(cuts);
    }
    float[] from = new float[upTo.length];
    float[] middle = new float[upTo.length];
    int first = 0;
    for (int i = 0; i < upTo.length; i++) {
      int next = first;
      while (next < known.length && known[next] <= upTo[i]) {
        next++;
      }
      from[i] = known[first];
      middle[i] = known[first + (next - first - 1) / 2];
      first = next;
    }
    return new Intervals(upTo, from, middle);
  }

  private static float[] distinct(float[] ascending) {
    float[] distinct = new float[ascending.length];
    int size = 0;
    for (float value : ascending) {
      if (size == 0 || value != distinct[size - 1]) {
        distinct[size++] = value;
      }
    }
    return Arrays.copyOf(distinct, size);
  }

  int size() {
    return upTo.length;
  }

  /** The interval of a value, or {@link #size()} for an unknown one. */
  int of(float value) {
    if (Float.isNaN(value)) {
      return size();
    }
    int place = Arrays.binarySearch(upTo, value);
    return Math.min(place >= 0 ? place : -place - 1, size() - 1);
  }
}
