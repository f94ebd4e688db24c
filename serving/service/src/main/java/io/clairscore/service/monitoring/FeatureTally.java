package io.clairscore.service.monitoring;

/**
 * The values of one feature in a window: mean and squares as Chan, Golub and LeVeque add them up
 * (Updating formulae and a pairwise algorithm for computing sample variances, 1979).
 *
 * @param count values
 * @param missing vectors without one
 * @param mean of the values, 0 without any
 * @param squares sum of the squared distances from the mean
 */
public record FeatureTally(long count, long missing, double mean, double squares) {
  static final FeatureTally NONE = new FeatureTally(0, 0, 0, 0);

  FeatureTally plus(FeatureTally other) {
    if (count == 0 || other.count == 0) {
      FeatureTally one = count == 0 ? other : this;
      return new FeatureTally(one.count, missing + other.missing, one.mean, one.squares);
    }
    long sum = count + other.count;
    double apart = other.mean - mean;
    return new FeatureTally(
        sum,
        missing + other.missing,
        mean + apart * other.count / sum,
        squares + other.squares + apart * apart * ((double) count * other.count / sum));
  }

  /** Share of the vectors without a value; NaN without vectors. */
  double missingRate() {
    return (double) missing / (count + missing);
  }

  /** NaN without values. */
  double meanOrNone() {
    return count == 0 ? Double.NaN : mean;
  }

  /** Standard deviation of the sample; NaN below two values. */
  double deviation() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }
}
