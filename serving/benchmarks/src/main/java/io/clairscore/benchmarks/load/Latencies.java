package io.clairscore.benchmarks.load;

import java.util.Locale;

/**
 * Times of answers, exact to a microsecond below 100 ms and to a millisecond up to a minute. Not
 * safe for several threads.
 */
final class Latencies {
  private final long[] micros = new long[100_000];
  private final long[] millis = new long[60_000];
  private long count;

  void record(long nanos) {
    count++;
    long us = Math.max(0, nanos / 1_000);
    if (us < micros.length) {
      micros[(int) us]++;
    } else {
      millis[(int) Math.min(us / 1_000, millis.length - 1)]++;
    }
  }

  long count() {
    return count;
  }

  /** The time in milliseconds that a share of the answers took at most. */
  double quantile(double share) {
    long rank = (long) Math.ceil(share * count);
    long seen = 0;
    for (int us = 0; us < micros.length; us++) {
      seen += micros[us];
      if (seen >= rank) {
        return us / 1_000.0;
      }
    }
    for (int ms = 0; ms < millis.length; ms++) {
      seen += millis[ms];
      if (seen >= rank) {
        return ms;
      }
    }
    return Double.NaN;
  }

  /** The figures as JSON. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"count\": %d, \"p50\": %.3f, \"p90\": %.3f, \"p99\": %.3f, \"p999\": %.3f, \"max\": %.3f}",
        count,
        quantile(0.5),
        quantile(0.9),
        quantile(0.99),
        quantile(0.999),
        quantile(1));
  }
}
