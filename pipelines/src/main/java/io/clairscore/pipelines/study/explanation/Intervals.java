package io.clairscore.pipelines.study.explanation;

import java.util.Arrays;

/**
 * The known values of a feature in intervals of about as many clients each, or of one value each
 * where there are few values.
 *
 * @param upTo largest value of each interval, ascending
 * @param least smallest value of all
 * @param middle median value of each interval
 */
record Intervals(float[] upTo, float least, float[] middle) {

  /**
   * Divides values.
   *
   * @param known values, ascending
   * @param most how many intervals there may be
   */
  static Intervals of(float[] known, int most) {
    if (known.length == 0) {
      return new Intervals(new float[0], Float.NaN, new float[0]);
    }
    float[] upTo = distinct(known);
    if (upTo.length > most) {
      float[] cuts = new float[most];
      for (int i = 0; i < most; i++) {
        cuts[i] = known[(int) ((long) (i + 1) * known.length / most) - 1];
      }
      upTo = distinct(cuts);
    }
    float[] middle = new float[upTo.length];
    int from = 0;
    for (int i = 0; i < upTo.length; i++) {
      int to = from;
      while (to < known.length && known[to] <= upTo[i]) {
        to++;
      }
      middle[i] = known[from + (to - from - 1) / 2];
      from = to;
    }
    return new Intervals(upTo, known[0], middle);
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

  double from(int interval) {
    return interval == 0 ? least : upTo[interval - 1];
  }
}
