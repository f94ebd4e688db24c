package io.clairscore.pipelines.drift;

import io.clairscore.features.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is compared, and where the report goes.
 *
 * @param model bundle that weighs the columns and scores both populations, if there is one
 * @param reference Delta table or CSV files, in place of the labelled clients
 * @param referenceDate scoring date whose clients are the reference
 * @param current Delta table or CSV files, in place of the new clients
 * @param currentDate scoring date whose clients are the current population
 * @param date date of the report, which names its files
 * @param created moment of the report, ISO-8601
 * @param languages languages of the pages
 * @param out folder of the reports, in place of the workspace's
 * @param events predictions that were served, in place of the new clients
 */
public record DriftRequest(
    Optional<Path> model,
    Optional<Path> reference,
    Optional<LocalDate> referenceDate,
    Optional<Path> current,
    Optional<LocalDate> currentDate,
    LocalDate date,
    String created,
    List<Language> languages,
    Optional<Path> out,
    Optional<EventSource> events) {

  public DriftRequest {
    languages = List.copyOf(languages);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A report in no language");
    }
    if (reference.isPresent() && referenceDate.isPresent()) {
      throw new IllegalArgumentException("Two references");
    }
    if (Stream.of(current, currentDate, events).filter(Optional::isPresent).count() > 1) {
      throw new IllegalArgumentException("Two current populations");
    }
  }
}
