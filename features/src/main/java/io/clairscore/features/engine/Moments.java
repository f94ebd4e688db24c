package io.clairscore.features.engine;

/**
 * What one pass over numbers yields; missing numbers are skipped.
 *
 * @param count how many numbers were not missing
 * @param squares sum of squared deviations from the mean; NaN if not asked for
 */
record Moments(int count, double sum, double min, double max, double squares) {

  static Moments of(double[] numbers, int size) {
    int count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double number = numbers[i];
      if (!Double.isNaN(number)) {
        count++;
        sum += number;
        min = Math.min(min, number);
        max = Math.max(max, number);
      }
    }
    return new Moments(count, sum, min, max, Double.NaN);
  }

  /**
   * Adds Welford's recurrence (Technometrics 4, 1962), which does not subtract large squares from
   * each other as the textbook formula does.
   */
  static Moments withVariance(double[] numbers, int size) {
    int count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double number = numbers[i];
      if (!Double.isNaN(number)) {
        count++;
        sum += number;
        min = Math.min(min, number);
        max = Math.max(max, number);
        double deviation = number - mean;
        mean += deviation / count;
        squares += deviation * (number - mean);
      }
    }
    return new Moments(count, sum, min, max, squares);
  }

  /** Arithmetic mean, NaN of nothing. */
  double mean() {
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Sample variance, NaN of fewer than two numbers. */
  double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  Moments {
    if (count == 0) {
      sum = Double.NaN;
      min = Double.NaN;
      max = Double.NaN;
    }
  }
}
