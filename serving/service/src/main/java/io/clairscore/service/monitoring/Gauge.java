package io.clairscore.service.monitoring;

/**
 * What was measured now and then within a window.
 *
 * @param sum of all samples
 * @param samples how many
 * @param least smallest sample, 0 without any
 * @param most largest sample, 0 without any
 */
record Gauge(double sum, long samples, double least, double most) {
  static final Gauge NONE = new Gauge(0, 0, 0, 0);

  /** One sample; none, if it is no number. */
  static Gauge of(double sample) {
    return Double.isFinite(sample) ? new Gauge(sample, 1, sample, sample) : NONE;
  }

  Gauge plus(Gauge other) {
    if (samples == 0 || other.samples == 0) {
      return samples == 0 ? other : this;
    }
    return new Gauge(
        sum + other.sum,
        samples + other.samples,
        Math.min(least, other.least),
        Math.max(most, other.most));
  }

  /** NaN without samples. */
  double mean() {
    return sum / samples;
  }

  /** NaN without samples. */
  double leastOrNone() {
    return samples == 0 ? Double.NaN : least;
  }

  /** NaN without samples. */
  double mostOrNone() {
    return samples == 0 ? Double.NaN : most;
  }
}
