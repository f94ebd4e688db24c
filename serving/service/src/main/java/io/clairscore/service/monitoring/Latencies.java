package io.clairscore.service.monitoring;

import java.util.Map;
import java.util.TreeMap;

/**
 * How long requests took, as counts of cells that grow by a quarter of an octave, so that a
 * percentile is known within a tenth of itself.
 *
 * @param counts requests by number of the cell, cells without any left out
 */
public record Latencies(Map<Integer, Long> counts) {
  /** Requests of up to 50 microseconds are in the first cell. */
  static final double LEAST_NANOS = 50_000;

  static final int PER_OCTAVE = 4;

  /** The last cell is beyond a minute. */
  static final int CELLS = 84;

  static final Latencies NONE = new Latencies(Map.of());

  public Latencies {
    counts = new TreeMap<>(counts);
  }

  /** The cell of a duration. */
  static int cell(long nanos) {
    if (nanos <= LEAST_NANOS) {
      return 0;
    }
    double octaves = Math.log(nanos / LEAST_NANOS) / Math.log(2);
    return Math.min(CELLS - 1, (int) Math.ceil(octaves * PER_OCTAVE));
  }

  /** Upper end of a cell. */
  private static double upper(int cell) {
    return LEAST_NANOS * Math.pow(2, (double) cell / PER_OCTAVE);
  }

  Latencies plus(Latencies other) {
    Map<Integer, Long> sum = new TreeMap<>(counts);
    other.counts.forEach((cell, count) -> sum.merge(cell, count, Long::sum));
    return new Latencies(sum);
  }

  long requests() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The duration that a share of the requests did not exceed, in milliseconds: the middle of its
   * cell.
   *
   * @param share such as 0.99
   * @return NaN without requests
   */
  double percentile(double share) {
    double rank = share * requests();
    long seen = 0;
    for (Map.Entry<Integer, Long> cell : counts.entrySet()) {
      seen += cell.getValue();
      if (seen >= rank) {
        return upper(cell.getKey()) * Math.pow(2, -0.5 / PER_OCTAVE) / 1e6;
      }
    }
    return Double.NaN;
  }
}
