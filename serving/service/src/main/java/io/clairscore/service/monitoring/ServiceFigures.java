package io.clairscore.service.monitoring;

/** What a window of the service says as numbers. */
final class ServiceFigures {
  private ServiceFigures() {}

  /** A metric of the service, NaN where the window does not say. */
  static double of(ServiceTally tally, Metric metric) {
    return switch (metric) {
      case REQUESTS -> tally.requests();
      case ERROR_RATE -> tally.errorRate();
      case SHED_RATE -> tally.shedRate();
      case LATENCY_P50 -> tally.latencies().percentile(0.50);
      case LATENCY_P95 -> tally.latencies().percentile(0.95);
      case LATENCY_P99 -> tally.latencies().percentile(0.99);
      case CPU -> tally.cpu().mean();
      case MEMORY -> tally.memory().mostOrNone();
      case HEAP -> tally.heap().mean();
      case GARBAGE_COLLECTION -> tally.collecting();
      case OPEN_FILES -> tally.files().mostOrNone();
      case DISK_FREE -> tally.diskFree().leastOrNone();
      case EVENTS_WAITING -> tally.waiting().mostOrNone();
      default -> throw new IllegalArgumentException(metric + " is not of the service");
    };
  }
}
