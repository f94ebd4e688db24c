package io.clairscore.pipelines.drift;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.drift.population.PopulationSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is compared, and where the report goes.
 *
 * @param model bundle that weighs the columns and scores both populations, if there is one
 * @param date date of the report, which names its files
 * @param created moment of the report, ISO-8601
 * @param command that asked for it, as it was typed
 * @param languages languages of the pages
 * @param out folder of the reports, in place of the workspace's
 */
public record DriftRequest(
    Optional<Path> model,
    PopulationSource reference,
    PopulationSource current,
    LocalDate date,
    String created,
    String command,
    List<Language> languages,
    Optional<Path> out) {

  public DriftRequest {
    languages = List.copyOf(languages);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A report in no language");
    }
    if (reference instanceof PopulationSource.ScoredOn && reference.equals(current)) {
      throw DriftErrors.sameClients(((PopulationSource.ScoredOn) reference).date());
    }
  }
}
