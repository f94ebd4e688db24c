package io.clairscore.service.population;

import java.time.Duration;

/**
 * How much the database of the population may take.
 *
 * @param threads of all queries together
 * @param memoryMebibytes for all of them together, with the columns that are kept in memory
 * @param queries how many are answered at once; the others wait
 * @param waiting how many may wait
 * @param patience how long one waits
 * @param limit how long one may run, to the second
 */
public record PopulationConf(
    int threads, int memoryMebibytes, int queries, int waiting, Duration patience, Duration limit) {
  private static final int LEAST_MEMORY = 64;

  public PopulationConf {
    require(threads >= 1 && threads <= 64, "threads", "1 to 64");
    require(memoryMebibytes >= LEAST_MEMORY, "memoryMebibytes", LEAST_MEMORY + " or more");
    require(queries >= 1 && queries <= 16, "queries", "1 to 16");
    require(waiting >= 0 && waiting <= 1000, "waiting", "0 to 1000");
    require(!patience.isNegative(), "patience", "not negative");
    require(limit.toSeconds() >= 1, "limit", "a second or more");
  }

  /** What was measured to suit two processors and 512 MB of memory. */
  public static PopulationConf usual() {
    return new PopulationConf(2, 176, 2, 16, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  private static void require(boolean holds, String setting, String range) {
    if (!holds) {
      throw PopulationErrors.setting(setting, range);
    }
  }
}
