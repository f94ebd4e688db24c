package io.clairscore.scorer;

/**
 * Floats as integers of the same order. Integers compare without a branch, and whether a row turns
 * left at a split is close to a coin toss, which a processor mispredicts half the time.
 */
final class SplitKeys {
  /** Below the key of every number, infinities included. */
  private static final int LEFT_OF_ALL = Integer.MIN_VALUE;

  /** Above the key of every number, infinities included. */
  static final int RIGHT_OF_ALL = Integer.MAX_VALUE;

  private SplitKeys() {}

  /** The key of a number; minus zero has that of zero. */
  static int of(float number) {
    int bits = Float.floatToRawIntBits(number + 0f);
    // Negative floats are ordered by magnitude: turning their magnitude bits round orders them.
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  /**
   * The keys of a row by slot (see {@link TreeEnsemble}): where a value is missing, left or right.
   */
  static int[] ofRow(float[] features) {
    int[] keys = new int[2 * features.length];
    for (int feature = 0; feature < features.length; feature++) {
      float value = features[feature];
      boolean missing = Float.isNaN(value);
      int key = of(value);
      keys[2 * feature] = missing ? RIGHT_OF_ALL : key;
      keys[2 * feature | TreeEnsemble.MISSING_LEFT] = missing ? LEFT_OF_ALL : key;
    }
    return keys;
  }

  /** 0 if a key lies left of the threshold's, else 1. */
  static int turn(int key, int threshold) {
    return (int) ((threshold - 1L - key) >>> 63);
  }
}
