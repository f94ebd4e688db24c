package io.clairscore.service.monitoring;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests until they are taken away; a request costs a few tens of nanoseconds. */
final class RequestCounts {
  private static final int SHED = 503;

  private final LongAdder requests = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder shed = new LongAdder();
  private final LongAdder[] cells = new LongAdder[Latencies.CELLS];

  RequestCounts() {
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = new LongAdder();
    }
  }

  void add(int status, long nanos) {
    requests.increment();
    if (status == SHED) {
      shed.increment();
    } else if (status >= 500) {
      failed.increment();
    } else if (status >= 400) {
      refused.increment();
    }
    cells[Latencies.cell(nanos)].increment();
  }

  /** What was counted since it was taken the last time. */
  ServiceTally take() {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int cell = 0; cell < cells.length; cell++) {
      long count = cells[cell].sumThenReset();
      if (count > 0) {
        counts.put(cell, count);
      }
    }
    return new ServiceTally(
        requests.sumThenReset(),
        refused.sumThenReset(),
        failed.sumThenReset(),
        shed.sumThenReset(),
        new Latencies(counts),
        Gauge.NONE,
        Gauge.NONE,
        Gauge.NONE,
        0,
        Gauge.NONE,
        Gauge.NONE,
        Gauge.NONE);
  }
}
