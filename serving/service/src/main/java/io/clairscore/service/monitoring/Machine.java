package io.clairscore.service.monitoring;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the process and its machine are at this moment; of one thread. */
final class Machine {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final Path disk;
  private long collected;

  /**
   * @param disk folder on the disk whose room matters
   */
  Machine(Path disk) {
    this.disk = disk;
    this.collected = collecting();
  }

  /** One sample of everything. */
  ServiceTally sample(double eventsWaiting) {
    long now = collecting();
    double millis = now - collected;
    collected = now;
    return new ServiceTally(
        0,
        0,
        0,
        0,
        Latencies.NONE,
        Gauge.of(cpu()),
        Gauge.of(memory()),
        Gauge.of(heap()),
        millis,
        Gauge.of(files()),
        Gauge.of(diskFree()),
        Gauge.of(eventsWaiting));
  }

  /** Share of all processors that this process used lately; NaN where nobody knows. */
  private static double cpu() {
    double load = system() == null ? -1 : system().getProcessCpuLoad();
    return load < 0 ? Double.NaN : load;
  }

  /** Bytes of this process in main memory; where the system does not say, the committed heap. */
  static double memory() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElseThrow(() -> new IOException("no " + RESIDENT));
    } catch (IOException elsewhere) {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
  }

  private static double heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double files() {
    return system() == null ? Double.NaN : system().getOpenFileDescriptorCount();
  }

  double diskFree() {
    try {
      return Files.getFileStore(disk).getUsableSpace();
    } catch (IOException gone) {
      return Double.NaN;
    }
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }

  private static UnixOperatingSystemMXBean system() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix
        : null;
  }
}
