package io.clairscore.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;

/**
 * Times of answers, exact to a microsecond below 100 ms and to a millisecond up to a minute, and
 * how many there were of each status. Not safe for several threads.
 */
final class Latencies {
  /** Status of a request whose connection ended before its answer. */
  static final int BROKEN = 0;

  private final long[] micros = new long[100_000];
  private final long[] millis = new long[60_000];
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long count;

  void record(int status, long nanos) {
    statuses.merge(status, 1L, Long::sum);
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

  /** Answers of each status; {@link #BROKEN} counts those that never came. */
  Map<Integer, Long> statuses() {
    return statuses;
  }

  long failed() {
    return statuses.entrySet().stream()
        .filter(each -> each.getKey() < 200 || each.getKey() > 299)
        .mapToLong(Map.Entry::getValue)
        .sum();
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
}
