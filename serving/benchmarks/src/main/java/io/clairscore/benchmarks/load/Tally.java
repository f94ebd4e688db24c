package io.clairscore.benchmarks.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of requests: how many answers of each status, and the times of those that were accepted
 * (2xx) and those that were refused. Times count from the moment of the schedule, and besides from
 * the sending, which a request that found no free connection begins later.
 */
final class Tally {
  /** Status of a request whose connection ended before its answer. */
  static final int BROKEN = 0;

  private final Map<Integer, Long> statuses = new TreeMap<>();
  private final Latencies accepted = new Latencies();
  private final Latencies acceptedSinceSent = new Latencies();
  private final Latencies refused = new Latencies();

  void record(int status, long nanosSinceDue, long nanosSinceSent) {
    statuses.merge(status, 1L, Long::sum);
    if (status >= 200 && status <= 299) {
      accepted.record(nanosSinceDue);
      acceptedSinceSent.record(nanosSinceSent);
    } else {
      refused.record(nanosSinceSent);
    }
  }

  /** One line of JSON; {@code 0} among the statuses counts answers that never came. */
  String json(double seconds, int mostWaiting) {
    StringBuilder counts = new StringBuilder();
    statuses.forEach(
        (status, count) ->
            counts
                .append(counts.length() > 0 ? ", " : "")
                .append('"')
                .append(status)
                .append("\": ")
                .append(count));
    long answers = statuses.values().stream().mapToLong(Long::longValue).sum();
    return String.format(
        Locale.ROOT,
        "{\"rate\": %.0f, \"statuses\": {%s}, \"waiting\": %d, \"accepted\": %s, \"acceptedSinceSent\": %s,"
            + " \"refused\": %s}",
        answers / seconds,
        counts,
        mostWaiting,
        accepted.json(),
        acceptedSinceSent.json(),
        refused.json());
  }
}
