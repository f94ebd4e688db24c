package io.clairscore.service.population;

import io.clairscore.features.settings.Require;
import java.time.Duration;

/**
 * How much the database of the population may take.
 *
 * @param threads of all queries together
 * @param memoryMebibytes for all of them together, with the columns that are kept in memory
 * @param queries how many are answered at once; the others wait
 * @param waiting how many may wait
 * @param patienceMillis how long one waits
 * @param limitSeconds how long one may run
 */
public record PopulationConf(
    int threads,
    int memoryMebibytes,
    int queries,
    int waiting,
    int patienceMillis,
    int limitSeconds) {
  private static final int LEAST_MEMORY = 64;
  private static final int MOST_QUERIES = 16;

  public PopulationConf {
    Require.positive("population.threads", threads);
    Require.atLeast(LEAST_MEMORY, "population.memoryMebibytes", memoryMebibytes);
    Require.that(
        queries >= 1 && queries <= MOST_QUERIES,
        "population.queries",
        queries,
        "1 to " + MOST_QUERIES);
    Require.notNegative("population.waiting", waiting);
    Require.notNegative("population.patienceMillis", patienceMillis);
    Require.positive("population.limitSeconds", limitSeconds);
  }

  Duration patience() {
    return Duration.ofMillis(patienceMillis);
  }

  Duration limit() {
    return Duration.ofSeconds(limitSeconds);
  }
}
