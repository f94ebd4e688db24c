package io.clairscore.service.monitoring;

/**
 * What the service did in a window, and how the machine was.
 *
 * @param requests answered, whatever the answer; those about its health left out
 * @param refused by a status of 400 to 499
 * @param failed by a status of 500 and above, without those that were shed
 * @param shed by 503: overload, or something that is needed is away
 * @param latencies of all
 * @param cpu share of all processors that the process used, 0 to 1
 * @param memory bytes of the process in main memory
 * @param heap bytes of the heap in use
 * @param collecting milliseconds of garbage collection
 * @param files open files
 * @param diskFree bytes free where the store is
 * @param waiting events that waited to be written
 */
public record ServiceTally(
    long requests,
    long refused,
    long failed,
    long shed,
    Latencies latencies,
    Gauge cpu,
    Gauge memory,
    Gauge heap,
    double collecting,
    Gauge files,
    Gauge diskFree,
    Gauge waiting) {
  static final ServiceTally NONE =
      new ServiceTally(
          0,
          0,
          0,
          0,
          Latencies.NONE,
          Gauge.NONE,
          Gauge.NONE,
          Gauge.NONE,
          0,
          Gauge.NONE,
          Gauge.NONE,
          Gauge.NONE);

  ServiceTally plus(ServiceTally other) {
    return new ServiceTally(
        requests + other.requests,
        refused + other.refused,
        failed + other.failed,
        shed + other.shed,
        latencies.plus(other.latencies),
        cpu.plus(other.cpu),
        memory.plus(other.memory),
        heap.plus(other.heap),
        collecting + other.collecting,
        files.plus(other.files),
        diskFree.plus(other.diskFree),
        waiting.plus(other.waiting));
  }

  /** Share of the requests that failed; NaN without requests. */
  double errorRate() {
    return requests == 0 ? Double.NaN : (double) failed / requests;
  }

  /** Share of the requests that were shed; NaN without requests. */
  double shedRate() {
    return requests == 0 ? Double.NaN : (double) shed / requests;
  }
}
