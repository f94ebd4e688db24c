package io.clairscore.pipelines.drift;

import io.clairscore.features.text.Language;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Which months are simulated, and where their reports go.
 *
 * @param model bundle that weighs the columns and scores everybody, if there is one
 * @param scenario how clients drift
 * @param referenceClients clients of the reference
 * @param clients clients of each month
 * @param seed the same seed gives the same clients
 * @param first first month
 * @param languages languages of the pages
 * @param out folder of the reports, absent or empty
 */
public record SimulationRequest(
    Optional<Path> model,
    Scenario scenario,
    int referenceClients,
    int clients,
    long seed,
    YearMonth first,
    List<Language> languages,
    Path out) {

  /** Names of reports have four digits of a year. */
  private static final int LAST_YEAR = 9999;

  public SimulationRequest {
    languages = List.copyOf(languages);
    if (first.plusMonths(scenario.months() - 1L).getYear() > LAST_YEAR) {
      throw DriftErrors.badScenario("The last month is after the year " + LAST_YEAR + ".");
    }
  }
}
