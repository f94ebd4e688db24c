package io.clairscore.scorer.explanation;

import java.util.Arrays;

/**
 * Rounds numbers to integers that add up to a given total, by largest remainder: each number is
 * rounded down, and those with the largest remainders get one more until the total is reached. So
 * an integer is less than 1 away from its number. Equal remainders are served in the order of the
 * numbers.
 */
final class Apportionment {
  /** The numbers may miss the total by its own rounding, and by that of the floats behind them. */
  private static final double LARGEST_GAP = 1.01;

  private Apportionment() {}

  /**
   * The integers.
   *
   * @param exact finite numbers
   * @throws IllegalArgumentException if the numbers do not add up to about the total
   */
  static int[] of(double[] exact, int total) {
    int[] rounded = new int[exact.length];
    double[] remainders = new double[exact.length];
    double sum = 0;
    long missing = total;
    for (int i = 0; i < exact.length; i++) {
      double floor = Math.floor(exact[i]);
      rounded[i] = (int) floor;
      remainders[i] = exact[i] - floor;
      sum += exact[i];
      missing -= rounded[i];
    }
    if (!(Math.abs(sum - total) <= LARGEST_GAP)) {
      throw new IllegalArgumentException(
          "Contributions of %s points in all cannot make up %d".formatted(sum, total));
    }
    settle(exact, rounded, missing - serve(rounded, remainders, missing));
    return rounded;
  }

  /** Gives one more to the largest remainders, and returns how many got one. */
  private static int serve(int[] rounded, double[] remainders, long missing) {
    double[] rising = remainders.clone();
    Arrays.sort(rising);
    int fractions = rising.length - firstAboveZero(rising);
    int served = (int) Math.max(0, Math.min(missing, fractions));
    if (served > 0) {
      double least = rising[rising.length - served];
      int left = served;
      for (int i = 0; i < rounded.length; i++) {
        if (remainders[i] > least) {
          rounded[i]++;
          left--;
        }
      }
      for (int i = 0; left > 0; i++) {
        if (remainders[i] == least) {
          rounded[i]++;
          left--;
        }
      }
    }
    return served;
  }

  /** A last point, if float rounding left one over, goes where it is relatively least. */
  private static void settle(double[] exact, int[] rounded, long left) {
    if (left == 0) {
      return;
    }
    int largest = 0;
    for (int i = 1; i < exact.length; i++) {
      if (Math.abs(exact[i]) > Math.abs(exact[largest])) {
        largest = i;
      }
    }
    rounded[largest] += (int) left;
  }

  private static int firstAboveZero(double[] rising) {
    int first = 0;
    while (first < rising.length && rising[first] == 0) {
      first++;
    }
    return first;
  }
}
